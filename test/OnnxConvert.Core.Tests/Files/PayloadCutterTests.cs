using System.Buffers;
using Google.Protobuf;
using OnnxConvert.Files.Proto;
using OnnxConvert.Files.Reading;
using OnnxConvert.Ir;
using Kind = OnnxConvert.Files.Proto.AttributeProto.Types.AttributeType;

namespace OnnxConvert.Core.Tests.Files;

/// <summary>Reading with the payloads left in the file gives what reading everything with the parser gives.</summary>
public class PayloadCutterTests
{
    [Test]
    public void Weights_are_views_wherever_they_stand()
    {
        byte[] file = Everywhere(100_000).ToByteArray();
        Model model = OnnxModel.Load(file);
        List<TensorData> tensors = [.. AllTensors(model)];
        Assert.That(tensors, Has.Count.EqualTo(11));
        using (Assert.EnterMultipleScope())
        {
            foreach (TensorData data in tensors)
            {
                Assert.That(file.AsSpan().Overlaps(data.Bytes.Span), Is.True);
                Assert.That(data.Bytes.Span.ContainsAnyExcept(data.Bytes.Span[0]), Is.False);
            }

            Assert.That(tensors.Select(t => t.Bytes.Span[0]).Order(), Is.EqualTo(Enumerable.Range(1, 11)));
        }

        Assert.That(PayloadCutter.TryCut(file, out ReadOnlySequence<byte> rest), Is.True);
        // What is trained with stays in the message.
        Assert.That(rest.Length, Is.InRange(100_000, 102_000));
    }

    [Test]
    public void Long_strings_are_views_and_short_ones_copies()
    {
        var node = new NodeProto { OpType = "Test", Attribute = { Text("short", 10), Text("long", 5000), Text("empty", 0) } };
        byte[] file = new ModelProto { Graph = new GraphProto { Node = { node } } }.ToByteArray();
        NodeAttributes attributes = OnnxModel.Load(file).Graph.Nodes.Single().Attributes;
        Assert.That((attributes.String("short"), attributes.String("long"), attributes.String("empty")), Is.EqualTo((new string('x', 10), new string('x', 5000), "")));
        Assert.That(attributes.Select(a => file.AsSpan().Overlaps(a.StringBytes.Span)), Is.EqualTo(new[] { false, true, false }));
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(200)]
    [TestCase(100_000)]
    public void All_is_read_and_written_as_the_parser_alone_does(int length) => AssertSame(Everywhere(length).ToByteArray(), "");

    [Test]
    public void Backend_models_are_read_as_the_parser_alone_does()
    {
        foreach (string path in BackendModels.Find())
            AssertSame(File.ReadAllBytes(path), path);
    }

    [Test]
    public void A_field_that_comes_twice_counts_as_for_the_parser()
    {
        byte[] model = Everywhere(50).ToByteArray();
        AssertSame([.. model, .. new ModelProto { Graph = new GraphProto { Initializer = { Tensor("more", 12, 20) } } }.ToByteArray()], "graphs are merged");
        byte[] tensor = [.. Tensor("w", 1, 4).ToByteArray(), .. new TensorProto { RawData = ByteString.CopyFrom(2, 2, 2, 2) }.ToByteArray()];
        byte[] graph = [0x2a, (byte)tensor.Length, .. tensor];
        AssertSame([0x3a, (byte)graph.Length, .. graph], "the last raw_data counts");
    }

    [TestCase(99)]
    [TestCase(100)]
    [TestCase(101)]
    [TestCase(5000)]
    public void Nesting_is_bounded_as_by_the_parser(int depth)
    {
        // Graph, node, attribute, graph, …
        byte[] bytes = [];
        for (int i = depth; i > 0; i--)
            bytes = Field(i % 3 == 1 ? (i == 1 ? 7 : 6) : i % 3 == 2 ? 1 : 5, bytes);
        AssertSame(bytes, $"{depth} deep");
    }

    [Test]
    public void Groups_and_unknown_fields_are_passed_over()
    {
        byte[] model = new ModelProto { Graph = new GraphProto { Initializer = { Tensor("w", 1, 20) } } }.ToByteArray();
        byte[] group = [0xa3, 6, 0xab, 6, 0x08, 1, 0xac, 6, 0x12, 2, 9, 9, 0xa4, 6];
        byte[] unknown = [0xa0, 6, 0xff, 0x01, 0xa5, 6, 1, 2, 3, 4, 0xa1, 6, 1, 2, 3, 4, 5, 6, 7, 8];
        AssertSame([.. group, .. unknown, .. model, .. group], "unknown");
        AssertSame([.. group[..^2], .. model], "a group without an end");
    }

    [Test]
    public void Truncated_files_end_as_with_the_parser()
    {
        byte[] file = Everywhere(30).ToByteArray();
        for (int length = 0; length < file.Length; length++)
            AssertSame(file[..length], $"{length} bytes");
    }

    [Test]
    public void Mutated_files_end_as_with_the_parser_in_bounded_memory()
    {
        byte[] original = Everywhere(30).ToByteArray();
        var random = new Random(20);
        for (int round = 0; round < 5_000; round++)
        {
            byte[] file = [.. original];
            for (int i = random.Next(1, 5); i > 0; i--)
                file[random.Next(file.Length)] = (byte)random.Next(256);
            long before = GC.GetAllocatedBytesForCurrentThread();
            AssertSame(file, $"round {round}");
            Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(4 << 20), $"round {round}");
        }
    }

    /// <summary>Both readings end alike: with the same error, or with models that are written alike.</summary>
    private static void AssertSame(byte[] file, string what)
    {
        string expected = Outcome(() => OnnxReader.Read(Parse(file), new TensorReader(null, new ExternalDataReader(null))));
        string actual = Outcome(() => OnnxReader.Read(file, null));
        if (actual != expected)
            Assert.That(actual, Is.EqualTo(expected), what);
    }

    private static ModelProto Parse(byte[] file)
    {
        try
        {
            ModelProto proto = ModelProto.Parser.ParseFrom(file);
            return proto.Graph is null ? throw new InvalidModelException("The file is no ONNX model: it holds no graph.") : proto;
        }
        catch (InvalidProtocolBufferException e)
        {
            throw new InvalidModelException(OnnxReader.NoMessage, e);
        }
    }

    private static string Outcome(Func<Model> read)
    {
        try
        {
            using var stream = new MemoryStream();
            OnnxModel.Save(read(), stream);
            return Convert.ToHexString(stream.GetBuffer(), 0, (int)stream.Length);
        }
        catch (OnnxConvertException e)
        {
            return $"{e.GetType().Name}: {e.Message}";
        }
    }

    private static IEnumerable<TensorData> AllTensors(Model model)
    {
        foreach (Graph graph in model.Functions.Select(f => f.Body).Prepend(model.Graph).SelectMany(g => g.SelfAndSubgraphs()))
        {
            foreach (Value value in graph.Initializers)
            {
                foreach (TensorData data in value.Initializer is { } dense ? [dense] : Of(value.SparseInitializer!))
                    yield return data;
            }

            foreach (NodeAttribute attribute in graph.Nodes.SelectMany(n => n.Attributes))
            {
                foreach (TensorData data in Of(attribute))
                    yield return data;
            }
        }

        foreach (NodeAttribute attribute in model.Functions.SelectMany(f => f.AttributeDefaults))
            yield return attribute.Tensor;
    }

    private static TensorData[] Of(SparseTensorData sparse) => [sparse.Values, sparse.Indices];

    private static IEnumerable<TensorData> Of(NodeAttribute attribute) => attribute.Kind switch
    {
        AttributeKind.Tensor => [attribute.Tensor],
        AttributeKind.Tensors => attribute.Tensors,
        AttributeKind.SparseTensor => Of(attribute.SparseTensor),
        _ => [],
    };

    /// <summary>A model with tensors of so many bytes in all places, the first filled with ones, the second with twos, and so on.</summary>
    private static ModelProto Everywhere(int length)
    {
        var inner = new GraphProto { Name = "inner", Initializer = { Tensor("w4", 4, length) } };
        var node = new NodeProto
        {
            OpType = "Test",
            Output = { "y" },
            Attribute =
            {
                new AttributeProto { Name = "t", Type = Kind.Tensor, T = Tensor("", 2, length), DocString = "kept" },
                new AttributeProto { Name = "ts", Type = Kind.Tensors, Tensors = { Tensor("", 3, length) } },
                new AttributeProto { Name = "g", Type = Kind.Graph, G = inner },
                new AttributeProto { Name = "st", Type = Kind.SparseTensor, SparseTensor = Sparse("", 5, 6, length) },
                Text("s", 20),
            },
        };
        var function = new FunctionProto
        {
            Name = "f",
            Domain = "test",
            Node = { new NodeProto { OpType = "Test", Attribute = { new AttributeProto { Name = "t", Type = Kind.Tensor, T = Tensor("", 9, length) } } } },
            AttributeProto = { new AttributeProto { Name = "t", Type = Kind.Tensor, T = Tensor("", 10, length) } },
        };
        var training = new TrainingInfoProto { Initialization = new GraphProto { Name = "training", Initializer = { Tensor("w99", 99, length) } } };
        return new ModelProto
        {
            IrVersion = 8,
            Graph = new GraphProto { Node = { node }, Initializer = { Tensor("w1", 1, length), Tensor("w11", 11, length) }, SparseInitializer = { Sparse("w7", 7, 8, length) } },
            Functions = { function },
            TrainingInfo = { training },
        };
    }

    private static TensorProto Tensor(string name, byte fill, int length)
    {
        var bytes = new byte[length];
        bytes.AsSpan().Fill(fill);
        return new TensorProto { Name = name, DataType = (int)ElementType.UInt8, Dims = { length }, RawData = ByteString.CopyFrom(bytes) };
    }

    private static SparseTensorProto Sparse(string name, byte values, byte indices, int length) =>
        new() { Values = Tensor(name, values, length), Indices = Tensor("", indices, length), Dims = { length } };

    private static AttributeProto Text(string name, int length) =>
        new() { Name = name, Type = Kind.String, S = ByteString.CopyFromUtf8(new string('x', length)) };

    private static byte[] Field(int number, byte[] content)
    {
        using var stream = new MemoryStream();
        using (var output = new CodedOutputStream(stream, leaveOpen: true))
        {
            output.WriteTag(number, WireFormat.WireType.LengthDelimited);
            output.WriteBytes(ByteString.CopyFrom(content));
        }

        return stream.ToArray();
    }
}
