using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using OnnxConvert.Ir;

namespace OnnxConvert.Core.Tests;

/// <summary>Runs models in ONNX Runtime, without its graph optimizations, on random inputs.</summary>
internal static class OnnxRunner
{
    /// <summary>The outputs by name, with sizes, for inputs that depend on nothing but <paramref name="seed"/> and their names' order.</summary>
    internal static Dictionary<string, (long[] Sizes, double[] Values)> Run(Model model, int seed = 1)
    {
        using var stream = new MemoryStream();
        OnnxModel.Save(model, stream);
        using var options = new SessionOptions { GraphOptimizationLevel = GraphOptimizationLevel.ORT_DISABLE_ALL, IntraOpNumThreads = 1, LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR };
        using var session = new InferenceSession(stream.ToArray(), options);
        var random = new Random(seed);
        OrtValue[] inputs = [.. session.InputNames.Select(name => RandomInput(session.InputMetadata[name], random))];
        using var runOptions = new RunOptions();
        using IDisposableReadOnlyCollection<OrtValue> outputs = session.Run(runOptions, session.InputNames, inputs, session.OutputNames);
        return session.OutputNames.Zip(outputs).ToDictionary(pair => pair.First, pair => (pair.Second.GetTensorTypeAndShape().Shape, ReadValues(pair.Second)));
    }

    /// <summary>Asserts that two sets of outputs agree in names and sizes, and in values within a tolerance.</summary>
    internal static void AssertEqual(Dictionary<string, (long[] Sizes, double[] Values)> actual, Dictionary<string, (long[] Sizes, double[] Values)> expected, double tolerance = 0)
    {
        Assert.That(actual.Keys, Is.EqualTo(expected.Keys));
        foreach ((string name, (long[] sizes, double[] values)) in expected)
        {
            Assert.That(actual[name].Sizes, Is.EqualTo(sizes), name);
            Assert.That(actual[name].Values, Is.EqualTo(values).Within(tolerance), name);
        }
    }

    private static OrtValue RandomInput(NodeMetadata input, Random random)
    {
        long[] sizes = [.. input.Dimensions.Select(size => (long)Math.Max(size, 1))];
        int count = (int)sizes.Aggregate(1L, (product, size) => product * size);
        return input.ElementDataType switch
        {
            TensorElementType.Float => Make(() => (float)((random.NextDouble() * 4) - 2)),
            TensorElementType.UInt8 => Make(() => (byte)random.Next(256)),
            TensorElementType.Int8 => Make(() => (sbyte)random.Next(-128, 128)),
            TensorElementType.Int64 => Make(() => (long)random.Next(-3, 4)),
            TensorElementType.Bool => Make(() => random.Next(2) == 0),
            _ => throw new NotSupportedException($"No random values for {input.ElementDataType}."),
        };

        OrtValue Make<T>(Func<T> next)
            where T : unmanaged => OrtValue.CreateTensorValueFromMemory([.. Enumerable.Range(0, count).Select(_ => next())], sizes);
    }

    private static double[] ReadValues(OrtValue value) => value.GetTensorTypeAndShape().ElementDataType switch
    {
        TensorElementType.Float => [.. value.GetTensorDataAsSpan<float>().ToArray().Select(v => (double)v)],
        TensorElementType.UInt8 => [.. value.GetTensorDataAsSpan<byte>().ToArray().Select(v => (double)v)],
        TensorElementType.Int8 => [.. value.GetTensorDataAsSpan<sbyte>().ToArray().Select(v => (double)v)],
        TensorElementType.Int32 => [.. value.GetTensorDataAsSpan<int>().ToArray().Select(v => (double)v)],
        TensorElementType.Int64 => [.. value.GetTensorDataAsSpan<long>().ToArray().Select(v => (double)v)],
        TensorElementType.Bool => [.. value.GetTensorDataAsSpan<bool>().ToArray().Select(v => v ? 1.0 : 0)],
        TensorElementType type => throw new NotSupportedException($"No reading of {type}."),
    };
}
