using System.Diagnostics;
using OnnxConvert.Ir;

namespace OnnxConvert.OrtFormat.Reading;

/// <summary>Damaged files: reading them, writing them again, making ONNX of them, optimizing that and asking what they need ends with a documented exception or a result, soon and in bounded memory.</summary>
public class MutationTests
{
    private const int Seed = 20260101;

    [Test]
    public void Damaged_files_end_in_documented_exceptions() => Mutate(4_000, Seed);

    [Test]
    [Explicit("Takes a minute.")]
    public void Many_damaged_files_end_in_documented_exceptions() => Mutate(100_000, Seed + 1);

    private static void Mutate(int count, int seed)
    {
        byte[][] originals =
        [
            .. Samples.All().Select(m => Samples.Bytes(m.ToOrt())),
            .. Samples.All().Select(Samples.StockOrt),
            Samples.Bytes(FusedLater().ToOrt(new OrtOptions { OptimizationStyle = OptimizationStyle.Runtime })),
        ];
        var random = new Random(seed);
        var ends = new SortedDictionary<string, int>(StringComparer.Ordinal);
        double longest = 0;
        long most = 0;
        for (int i = 0; i < count; i++)
        {
            byte[] mutant = Mutation.Of(originals[i % originals.Length], random);
            // Arrays are read in place, other memory through a copy of its structure.
            ReadOnlyMemory<byte> memory = random.Next(2) == 0 ? mutant : new ForeignMemory(mutant).Memory;
            long before = GC.GetAllocatedBytesForCurrentThread();
            long start = Stopwatch.GetTimestamp();
            string end = Use(memory, $"mutation {i}");
            ends[end] = ends.GetValueOrDefault(end) + 1;
            longest = Math.Max(longest, Stopwatch.GetElapsedTime(start).TotalSeconds);
            most = Math.Max(most, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        TestContext.Out.WriteLine($"{string.Join(", ", ends.Select(e => $"{e.Key} {e.Value}"))}; longest {longest:F2} s, most allocated {most} bytes");
        Assert.That(longest, Is.LessThan(5));
        Assert.That(most, Is.LessThan(64L << 20));
    }

    /// <summary>A quantized and a float convolution whose fusion is left to the runtime.</summary>
    private static Model FusedLater()
    {
        var graph = new Graph("later");
        Value scale = graph.AddInitializer("scale", TensorData.Scalar(0.5f));
        Value zero = graph.AddInitializer("zero", TensorData.Scalar((byte)3));
        Value weights = graph.AddInitializer("weights", TensorData.Create<byte>([1, 2, 3, 4], 2, 2, 1, 1));
        Value floats = graph.AddInitializer("floats", TensorData.Create<float>([1, 2, 3, 4], 2, 2, 1, 1));
        Value stored = graph.AddInput("x", new TensorType(ElementType.UInt8, Shape.Of(1, 2, 4, 4)));
        Value product = Node("Conv", Node("DequantizeLinear", stored, scale, zero), Node("DequantizeLinear", weights, scale, zero));
        Value result = Node("DequantizeLinear", Node("QuantizeLinear", product, scale, zero), scale, zero);
        graph.AddOutput(Node("Relu", Node("Conv", result, floats)));
        return new Model(graph) { IrVersion = 8, OpsetImports = { [""] = 18 } };

        Value Node(string opType, params Value[] inputs) => graph.AddNode(opType, inputs).AddOutput($"v{graph.NodeCount}");
    }

    private static string Use(ReadOnlyMemory<byte> file, string what)
    {
        try
        {
            OrtModel model = OrtModel.Load(file);
            _ = Samples.Bytes(model);
            Assert.That(RequiredOperators.Of(model).Check(model), Is.Empty);
            _ = model.ToOnnx().ToBytes();
            _ = Samples.Bytes(model.ToOnnx().ToOrt());
            return "read";
        }
        catch (Exception exception) when (exception is InvalidModelException or UnsupportedModelException or InternalErrorException)
        {
            return exception.GetType().Name;
        }
        catch (Exception exception)
        {
            throw new AssertionException($"{what} ends in {exception}", exception);
        }
    }
}
