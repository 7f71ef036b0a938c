using Google.Protobuf;
using OnnxConvert.Files.Proto;
using OnnxConvert.Ir;
using Kind = OnnxConvert.Files.Proto.AttributeProto.Types.AttributeType;

namespace OnnxConvert.Core.Tests.Files;

public class OnnxModelTests
{
    [Test]
    public void Everything_the_graph_has_no_place_for_is_kept()
    {
        ModelProto before = RichModel();
        using var stream = new MemoryStream();
        OnnxModel.Save(OnnxModel.Load(before.ToByteArray()), stream);
        ModelProto after = ModelProto.Parser.ParseFrom(stream.ToArray());
        NormalForm.Apply(before);
        NormalForm.Apply(after);
        Assert.That(after.ToString(), Is.EqualTo(before.ToString()));
    }

    [Test]
    public void Inner_graphs_see_the_values_of_outer_ones()
    {
        var branch = new GraphProto { Name = "then", Node = { Node("Neg", ["x"], ["z"]) }, Output = { new ValueInfoProto { Name = "z" } } };
        NodeProto conditional = Node("If", ["c"], ["y"]);
        conditional.Attribute.Add(new AttributeProto { Name = "then_branch", Type = Kind.Graph, G = branch });
        Model model = OnnxModel.Load(new ModelProto { Graph = new GraphProto { Node = { conditional }, Input = { Info("c", 9), Info("x", 1) } } }.ToByteArray());
        Graph inner = model.Graph.Nodes.Single().Subgraphs.Single();
        Assert.That(inner.Nodes.Single().Input(0), Is.SameAs(model.Graph.Inputs[1]));
        Assert.That(inner.Outer, Is.SameAs(model.Graph));
    }

    [TestCase(7, false, 3)]
    [TestCase(7, true, 4)]
    [TestCase(13, true, 7)]
    [TestCase(18, true, 8)]
    [TestCase(21, true, 10)]
    [TestCase(23, true, 11)]
    [TestCase(25, true, 13)]
    public void The_IR_version_follows_the_opset_and_what_the_model_uses(int opset, bool withConstant, int expected)
    {
        Model model = TestModels.AddConstant(TensorData.Vector(1f), opset);
        if (!withConstant)
        {
            Value w = model.Graph.Initializers.First();
            model.Graph.Nodes.First().SetInput(1, model.Graph.Inputs[0]);
            model.Graph.RemoveInitializer(w);
        }

        Assert.That(TestModels.Reload(model).IrVersion, Is.EqualTo(expected));
    }

    [Test]
    public void Typed_fields_become_raw_bytes()
    {
        var graph = new GraphProto { Name = "g" };
        graph.Initializer.Add(new TensorProto { Name = "i4", DataType = (int)ElementType.Int4, Dims = { 3 }, Int32Data = { 0x21, 0x0f } });
        graph.Initializer.Add(new TensorProto { Name = "f16", DataType = (int)ElementType.Float16, Dims = { 1 }, Int32Data = { 0x3c00 } });
        graph.Initializer.Add(new TensorProto { Name = "u32", DataType = (int)ElementType.UInt32, Dims = { 1 }, Uint64Data = { uint.MaxValue } });
        Value[] values = [.. OnnxModel.Load(new ModelProto { Graph = graph }.ToByteArray()).Graph.Initializers];
        Assert.That(values[0].Initializer!.Bytes.ToArray(), Is.EqualTo(new byte[] { 0x21, 0x0f }));
        Assert.That(values[1].Initializer!.AsSpan<Half>()[0], Is.EqualTo((Half)1));
        Assert.That(values[2].Initializer!.AsSpan<uint>()[0], Is.EqualTo(uint.MaxValue));
    }

    [TestCaseSource(nameof(BrokenTensors))]
    public void Broken_tensors_are_reported(object tensor, string expected)
    {
        byte[] bytes = new ModelProto { Graph = new GraphProto { Initializer = { (TensorProto)tensor } } }.ToByteArray();
        Assert.That(() => OnnxModel.Load(bytes), Throws.TypeOf<InvalidModelException>().With.Message.Contains(expected));
    }

    [Test]
    public void Damaged_files_throw_nothing_but_InvalidModelException()
    {
        byte[] good = RichModel().ToByteArray();
        var random = new Random(1);
        for (int i = 0; i < 4_000; i++)
        {
            byte[] bytes = [.. good.AsSpan(0, i % 4 == 0 ? random.Next(good.Length) : good.Length)];
            for (int change = random.Next(4); change >= 0 && bytes.Length > 0; change--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            try
            {
                OnnxModel.Load(bytes);
            }
            catch (OnnxConvertException)
            {
            }
        }
    }

    [Test]
    public void Graphs_nested_too_deeply_are_refused()
    {
        var graph = new GraphProto();
        for (int i = 0; i < 200; i++)
            graph = new GraphProto { Node = { new NodeProto { OpType = "If", Attribute = { new AttributeProto { Name = "then_branch", Type = Kind.Graph, G = graph } } } } };
        byte[] bytes = new ModelProto { Graph = graph }.ToByteArray();
        Assert.That(() => OnnxModel.Load(bytes), Throws.TypeOf<InvalidModelException>());
    }

    [Test]
    public void An_empty_file_and_text_are_no_models()
    {
        Assert.That(() => OnnxModel.Load(Array.Empty<byte>()), Throws.TypeOf<InvalidModelException>());
        Assert.That(() => OnnxModel.Load("not a model at all"u8.ToArray()), Throws.TypeOf<InvalidModelException>());
    }

    private static IEnumerable<TestCaseData> BrokenTensors()
    {
        yield return new TestCaseData(new TensorProto { Name = "t", DataType = 1, Dims = { 1L << 40 } }, "takes").SetArgDisplayNames("no data");
        yield return new TestCaseData(new TensorProto { Name = "t", DataType = 1, Dims = { 1L << 40, 1L << 40 } }, "no tensor can have").SetArgDisplayNames("overflow");
        yield return new TestCaseData(new TensorProto { Name = "t", DataType = 1, Dims = { -1 } }, "no tensor can have").SetArgDisplayNames("negative");
        yield return new TestCaseData(new TensorProto { Name = "t", DataType = 99, Dims = { 1 } }, "99").SetArgDisplayNames("unknown type");
        yield return new TestCaseData(new TensorProto { Name = "t", Dims = { 1 } }, "no element type").SetArgDisplayNames("no type");
        yield return new TestCaseData(new TensorProto { Name = "t", DataType = 8, Dims = { 2 }, StringData = { ByteString.Empty } }, "strings").SetArgDisplayNames("strings");
        yield return new TestCaseData(new TensorProto { Name = "t", DataType = 1, Dims = { 2 }, RawData = ByteString.CopyFrom(1, 2, 3) }, "8 bytes").SetArgDisplayNames("raw length");
    }

    private static ModelProto RichModel()
    {
        TypeProto denoted = Tensor(1);
        denoted.Denotation = "IMAGE";
        denoted.TensorType.Shape = new TensorShapeProto { Dim = { new TensorShapeProto.Types.Dimension { DimParam = "N", Denotation = "DATA_BATCH" }, new TensorShapeProto.Types.Dimension() } };
        NodeProto node = Node("Add", ["x", "w"], ["t"]);
        node.Name = "n";
        node.DocString = "adds";
        node.Overload = "o";
        node.MetadataProps.Add(Entry("k", "v"));
        node.DeviceConfigurations.Add(new NodeDeviceConfigurationProto { ConfigurationId = "c", ShardingSpec = { new ShardingSpecProto { TensorName = "t", Device = { 0, 1 } } } });
        NodeProto constant = Node("Constant", [], ["k"]);
        constant.Attribute.Add(new AttributeProto { Name = "value", Type = Kind.Tensor, DocString = "d", T = new TensorProto { Name = "inner", DataType = 1, Dims = { 1 }, FloatData = { 3 } } });
        var graph = new GraphProto { Name = "g", DocString = "graph", Node = { node, constant, Node("Dropout", ["t"], ["y", ""]) }, MetadataProps = { Entry("a", "b") } };
        graph.Input.Add(new ValueInfoProto { Name = "x", Type = denoted, DocString = "in", MetadataProps = { Entry("m", "n") } });
        graph.Input.Add(new ValueInfoProto { Name = "s", Type = new TypeProto { SequenceType = new TypeProto.Types.Sequence { ElemType = Tensor(7) } } });
        graph.Input.Add(new ValueInfoProto { Name = "o", Type = new TypeProto { OptionalType = new TypeProto.Types.Optional { ElemType = Tensor(7) } } });
        graph.Input.Add(new ValueInfoProto { Name = "m", Type = new TypeProto { MapType = new TypeProto.Types.Map { KeyType = 8, ValueType = Tensor(1) } } });
        graph.Input.Add(new ValueInfoProto { Name = "q", Type = new TypeProto { OpaqueType = new TypeProto.Types.Opaque { Domain = "d", Name = "n" } } });
        graph.Output.Add(Info("y", 1));
        graph.ValueInfo.Add(Info("t", 1));
        graph.ValueInfo.Add(Info("w", 1));
        graph.Initializer.Add(new TensorProto { Name = "w", DataType = 1, Dims = { 1 }, FloatData = { 2 }, DocString = "weight", MetadataProps = { Entry("p", "q") } });
        graph.SparseInitializer.Add(new SparseTensorProto
        {
            Dims = { 4 },
            Values = new TensorProto { Name = "sp", DataType = 1, Dims = { 1 }, FloatData = { 2 } },
            Indices = new TensorProto { DataType = 7, Dims = { 1 }, Int64Data = { 3 } },
        });
        graph.QuantizationAnnotation.Add(new TensorAnnotation { TensorName = "x", QuantParameterTensorNames = { Entry("SCALE_TENSOR", "w") } });
        var function = new FunctionProto { Name = "F", Domain = "f", Input = { "a" }, Output = { "b" }, Attribute = { "p" }, Node = { Node("LeakyRelu", ["a"], ["b"]) } };
        function.Node[0].Attribute.Add(new AttributeProto { Name = "alpha", Type = Kind.Float, RefAttrName = "q" });
        function.AttributeProto.Add(new AttributeProto { Name = "q", Type = Kind.Float, F = 0.5f });
        function.OpsetImport.Add(new OperatorSetIdProto { Version = 18 });
        function.ValueInfo.Add(Info("a", 1));
        return new ModelProto
        {
            IrVersion = 13, ProducerName = "p", ProducerVersion = "1", Domain = "d", ModelVersion = 5, DocString = "doc", Graph = graph,
            OpsetImport = { new OperatorSetIdProto { Version = 18 }, new OperatorSetIdProto { Domain = "f", Version = 1 } },
            MetadataProps = { Entry("x", "y") },
            TrainingInfo = { new TrainingInfoProto { Algorithm = new GraphProto { Name = "train" }, UpdateBinding = { Entry("w", "y") } } },
            Functions = { function },
            Configuration = { new DeviceConfigurationProto { Name = "c", NumDevices = 2 } },
        };
    }

    private static NodeProto Node(string opType, string[] inputs, string[] outputs) => new() { OpType = opType, Input = { inputs }, Output = { outputs } };

    private static StringStringEntryProto Entry(string key, string value) => new() { Key = key, Value = value };

    private static ValueInfoProto Info(string name, int elementType) => new() { Name = name, Type = Tensor(elementType) };

    private static TypeProto Tensor(int elementType) => new() { TensorType = new TypeProto.Types.Tensor { ElemType = elementType } };
}
