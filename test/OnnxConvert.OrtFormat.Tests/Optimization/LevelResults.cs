using TensorElementType = Microsoft.ML.OnnxRuntime.Tensors.TensorElementType;

namespace OnnxConvert.OrtFormat.Tests.Optimization;

/// <summary>What models compute in stock ONNX Runtime before and after an optimization, on the same random inputs.</summary>
internal static class LevelResults
{
    private static readonly DrawnInputs Inputs = new(5) { OpenSize = 2, Integers = (0, 1) };

    /// <summary>
    /// Quantized outputs may be off by one step: integer kernels round once, where the float operators between quantizations rounded
    /// differently. Beyond that, the results must be those of ONNX Runtime's form, bit for bit.
    /// </summary>
    internal static void AssertSame(byte[] actual, byte[] expected, byte[] reference)
    {
        IReadOnlyList<Tensor> results = Run(actual);
        if (results.Zip(Run(reference), (x, y) => x.Bytes.AsSpan().SequenceEqual(y.Bytes)).All(equal => equal))
            return;
        foreach ((Tensor a, Tensor e) in results.Zip(Run(expected)))
            Assert.That(a.Numbers(), Is.EqualTo(e.Numbers()).Within(TensorElements.IsFloat(e.Type) ? Precision(e.Type) * Math.Max(1, Largest(e)) : 1));
    }

    /// <summary>Of one model in two files. Sums may differ in the last bit, by where the buffers lie.</summary>
    internal static void AssertEqual(byte[] actual, byte[] expected)
    {
        foreach ((Tensor a, Tensor e) in Run(actual).Zip(Run(expected)))
            Assert.That(a.Numbers(), Is.EqualTo(e.Numbers()).Within(1e-6 * Largest(e)));
    }

    /// <summary>Of an .ort model with its runtime optimizations, and of another that has the same operators already: bit for bit the same.</summary>
    internal static void AssertReplays(byte[] recorded, byte[] applied)
    {
        RuntimeSettings settings = new() { Level = OptimizationLevel.Extended, ReplaysSavedOptimizations = true };
        Assert.That(Run(recorded, settings).Select(output => output.Bytes), Is.EqualTo(Run(applied, settings).Select(output => output.Bytes)));
    }

    private static IReadOnlyList<Tensor> Run(byte[] model, RuntimeSettings? settings = null)
    {
        using IModelSession session = StockRuntime.Instance.Load(model, settings ?? RuntimeSettings.Unoptimized);
        return session.Run(Inputs.Draw(session.Inputs));
    }

    /// <summary>A fusion may round differently; half precision has ten bits behind the leading one, bfloat16 seven.</summary>
    private static double Precision(TensorElementType type) => type switch
    {
        TensorElementType.Float16 => Math.ScaleB(1, -9),
        TensorElementType.BFloat16 => Math.ScaleB(1, -6),
        _ => 1e-5,
    };

    private static double Largest(Tensor tensor) => tensor.Numbers().Select(Math.Abs).DefaultIfEmpty().Max();
}
