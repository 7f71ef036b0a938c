namespace OnnxConvert.Conformance.Levels;

/// <summary>Runs two models, without ONNX Runtime's own optimizations, on the same random inputs.</summary>
internal static class SameResults
{
    /// <summary>A fusion may round differently.</summary>
    private const double Tolerance = 1e-5;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    /// <summary>How the results differ, or null.</summary>
    /// <param name="before">The model as it was.</param>
    /// <param name="ours">The model as we optimized it.</param>
    /// <param name="reference">
    /// The model as ONNX Runtime optimized it. Integer kernels round where the float operators between quantizations did not, which
    /// adds up in a deep model: then the results must be those of ONNX Runtime's own form, bit for bit.
    /// </param>
    public static string? Problem(byte[] before, byte[] ours, byte[] reference)
    {
        if (Run(before) is not { } expected)
            return null;
        if (Run(ours) is not { } actual)
            return "the optimized model does not run, or not in time";
        if (Difference(expected, actual, Tolerance) is not { } difference)
            return null;
        return Run(reference) is { } other && Difference(other, actual, tolerance: 0) is null ? null : difference;
    }

    /// <returns>Null when the model takes too long, or cannot be run on random inputs.</returns>
    private static IReadOnlyList<Tensor>? Run(byte[] onnx)
    {
        try
        {
            using IModelSession session = StockRuntime.Instance.Load(onnx, RuntimeSettings.Unoptimized with { Limit = Limit });
            return session.Run(new DrawnInputs().Draw(session.Inputs));
        }
        catch (ModelRuntimeException)
        {
            return null;
        }
    }

    private static string? Difference(IReadOnlyList<Tensor> expected, IReadOnlyList<Tensor> actual, double tolerance) => expected
        .Select((tensor, i) => Difference(tensor, actual[i], tolerance) is { } difference ? $"output {i}: {difference}" : null)
        .FirstOrDefault(difference => difference is not null);

    private static string? Difference(Tensor expected, Tensor actual, double tolerance)
    {
        if (expected.Type != actual.Type || !expected.Shape.SequenceEqual(actual.Shape))
            return $"{actual}, expected {expected}";
        if (expected.Bytes.AsSpan().SequenceEqual(actual.Bytes))
            return expected.Strings is null || expected.Strings.SequenceEqual(actual.Strings!) ? null : "other strings";
        double[] a = actual.Numbers(), e = expected.Numbers();
        double largest = e.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty().Max();
        double bound = TensorElements.IsFloat(expected.Type) ? tolerance * largest : 0;
        for (int i = 0; i < e.Length; i++)
        {
            if (!(Math.Abs(a[i] - e[i]) <= bound) && !a[i].Equals(e[i]))
                return $"element {i} is {a[i]}, expected {e[i]} (of at most {largest})";
        }
        return null;
    }
}
