using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace OnnxConvert.OrtFormat.Tests.Optimization;

/// <summary>Stock ONNX Runtime: what it makes of a model, and what models compute.</summary>
internal static class StockRuntime
{
    /// <summary>The optimized .onnx file, with the settings of ONNX Runtime's own converter to the ORT format.</summary>
    internal static byte[] Optimize(byte[] onnx, OrtOptions wanted)
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".onnx");
        try
        {
            using SessionOptions options = Options(wanted.OptimizationLevel switch
            {
                OptimizationLevel.None => GraphOptimizationLevel.ORT_DISABLE_ALL,
                OptimizationLevel.Basic => GraphOptimizationLevel.ORT_ENABLE_BASIC,
                OptimizationLevel.Extended => GraphOptimizationLevel.ORT_ENABLE_EXTENDED,
                _ => GraphOptimizationLevel.ORT_ENABLE_ALL,
            });
            options.OptimizedModelFilePath = path;
            options.AddSessionConfigEntry("session.qdqisint8allowed", wanted.TargetPlatform == TargetPlatform.Arm ? "1" : "0");
            options.AddSessionConfigEntry("session.qdq_matmulnbits_accuracy_level", $"{(int)wanted.MatMulNBitsAccuracy}");
            if (wanted.HasExactSumsOnX64)
                options.AddSessionConfigEntry("session.x64quantprecision", "1");
            if (wanted.TargetPlatform == TargetPlatform.Arm)
                options.AddSessionConfigEntry("optimization.disable_specified_optimizers", "NchwcTransformer");
            new InferenceSession(onnx, options).Dispose();
            return File.ReadAllBytes(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>
    /// Runs models on the same random inputs. Quantized outputs may be off by one step: integer kernels round once, where the float
    /// operators between quantizations rounded differently. Beyond that, the results must be those of ONNX Runtime's form, bit for bit.
    /// </summary>
    internal static void AssertSameResults(byte[] actual, byte[] expected, byte[] reference)
    {
        if (Run(actual).Zip(Run(reference), (x, y) => x.Values.AsSpan().SequenceEqual(y.Values)).All(equal => equal))
            return;
        foreach ((double[] a, double[] e, bool isInteger) in Run(actual).Zip(Run(expected), (x, y) => (x.Values, y.Values, y.IsInteger)))
            Assert.That(a, Is.EqualTo(e).Within(isInteger ? 1 : 1e-5 * Math.Max(1, e.Select(Math.Abs).DefaultIfEmpty().Max())));
    }

    /// <summary>Runs one model in two files on the same random inputs. Sums may differ in the last bit, by where the buffers lie.</summary>
    internal static void AssertEqualResults(byte[] actual, byte[] expected)
    {
        foreach ((double[] a, double[] e) in Run(actual).Zip(Run(expected), (x, y) => (x.Values, y.Values)))
            Assert.That(a, Is.EqualTo(e).Within(1e-6 * e.Select(Math.Abs).DefaultIfEmpty().Max()));
    }

    /// <summary>Runs an .ort model with its runtime optimizations, and another that has the same operators already: bit for bit the same.</summary>
    internal static void AssertReplays(byte[] recorded, byte[] applied)
    {
        using SessionOptions options = Options(GraphOptimizationLevel.ORT_ENABLE_EXTENDED);
        options.AddSessionConfigEntry("session.enable_saved_runtime_optimizations", "1");
        Assert.That(Run(recorded, options).Select(output => output.Values), Is.EqualTo(Run(applied, options).Select(output => output.Values)));
    }

    private static List<(double[] Values, bool IsInteger)> Run(byte[] onnx)
    {
        using SessionOptions options = Options(GraphOptimizationLevel.ORT_DISABLE_ALL);
        return Run(onnx, options);
    }

    private static List<(double[] Values, bool IsInteger)> Run(byte[] model, SessionOptions options)
    {
        using var session = new InferenceSession(model, options);
        var random = new Random(5);
        OrtValue[] inputs = [.. session.InputNames.Select(name => Random(session.InputMetadata[name], random))];
        using var run = new RunOptions();
        using var outputs = session.Run(run, session.InputNames, inputs, session.OutputNames);
        return [.. outputs.Select(Read)];
    }

    private static OrtValue Random(NodeMetadata input, Random random)
    {
        long[] sizes = [.. input.Dimensions.Select(size => size < 0 ? 2L : size)];
        int count = (int)sizes.Aggregate(1L, (product, size) => product * size);
        return input.ElementDataType switch
        {
            TensorElementType.Float => Make(() => (float)((random.NextDouble() * 2) - 1)),
            TensorElementType.UInt8 => Make(() => (byte)random.Next(256)),
            TensorElementType.Int8 => Make(() => (sbyte)random.Next(-128, 128)),
            TensorElementType.Int64 => Make(() => (long)random.Next(2)),
            TensorElementType.Int32 => Make(() => random.Next(2)),
            TensorElementType.Bool => Make(() => random.Next(2) == 0),
            _ => throw new NotSupportedException($"No random values for {input.ElementDataType}."),
        };

        OrtValue Make<T>(Func<T> next)
            where T : unmanaged => OrtValue.CreateTensorValueFromMemory([.. Enumerable.Range(0, count).Select(_ => next())], sizes);
    }

    private static (double[], bool) Read(OrtValue value) => value.GetTensorTypeAndShape().ElementDataType switch
    {
        TensorElementType.Float => (Numbers<float>(value), false),
        TensorElementType.UInt8 => (Numbers<byte>(value), true),
        TensorElementType.Int8 => (Numbers<sbyte>(value), true),
        TensorElementType.Int64 => (Numbers<long>(value), true),
        TensorElementType type => throw new NotSupportedException($"No reading of {type}."),
    };

    private static double[] Numbers<T>(OrtValue value)
        where T : unmanaged, System.Numerics.INumberBase<T> => [.. value.GetTensorDataAsSpan<T>().ToArray().Select(double.CreateChecked)];

    private static SessionOptions Options(GraphOptimizationLevel level) => new()
    {
        IntraOpNumThreads = 1,
        GraphOptimizationLevel = level,
        LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
    };
}
