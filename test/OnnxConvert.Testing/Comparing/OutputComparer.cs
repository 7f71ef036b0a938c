using OnnxConvert.Testing.Data;

namespace OnnxConvert.Testing.Comparing;

/// <summary>Compares one computed output with what TFLite computed.</summary>
public static class OutputComparer
{
    public static Comparison Compare(ExpectedOutput expected, Tensor actual, ComparisonRules rules)
    {
        actual = actual.FromPairs(expected.Type);
        bool dequantized = rules.AllowsDequantized && expected.Quantization is not null
            && actual.Type == TensorElementType.Float && !TensorElements.IsFloat(expected.Type);
        if (rules.CheckType && actual.Type != expected.Type && !dequantized)
            return new Comparison($"type {TensorElements.NameOf(actual.Type)}, expected {TensorElements.NameOf(expected.Type)}");
        if (rules.CheckShape && !actual.Shape.AsSpan().SequenceEqual(expected.Shape))
            return new Comparison($"shape [{string.Join(',', actual.Shape)}], expected [{string.Join(',', expected.Shape)}]");
        if (!rules.CheckValue)
            return new Comparison(null);
        if (expected.SampleCount > 0 && (long)(expected.SampleCount - 1) * expected.Stride >= actual.Count)
            return new Comparison($"{actual.Count} elements are too few for {expected.SampleCount} samples of stride {expected.Stride}");

        if (expected.Strings is not null)
            return CompareStrings(expected, actual);
        if (dequantized)
            return CompareDequantized(expected, actual, rules);
        return TensorElements.IsFloat(TensorElements.RealPartOf(expected.Type)) || rules.PerElement is not null
            ? CompareReals(expected, actual, rules)
            : CompareIntegers(expected, actual, rules);
    }

    private static Comparison CompareStrings(ExpectedOutput expected, Tensor actual)
    {
        for (int k = 0; k < expected.SampleCount; k++)
        {
            string value = actual.Strings![k * expected.Stride];
            if (value != expected.Strings![k])
                return new Comparison($"element {k * expected.Stride} is \"{value}\", expected \"{expected.Strings[k]}\"", double.PositiveInfinity);
        }
        return new Comparison(null);
    }

    private static Comparison CompareReals(ExpectedOutput expected, Tensor actual, ComparisonRules rules)
    {
        // A complex element is compared as two real ones, which only whole outputs have.
        var type = TensorElements.RealPartOf(expected.Type);
        int parts = TensorElements.IsComplex(expected.Type) ? 2 : 1;
        var actualType = TensorElements.RealPartOf(actual.Type);
        double common = rules.RelativeToAbsMax * expected.AbsMax + rules.Absolute + 2 * expected.Spread + rules.DequantizedSteps * rules.FloatStep;
        var worst = new WorstElement();
        for (int k = 0; k < expected.SampleCount * parts; k++)
        {
            int index = k / parts * expected.Stride * parts + k % parts;
            double e = Clip(TensorElements.Real(type, expected.Samples.Span, k), rules);
            double a = Clip(TensorElements.Real(actualType, actual.Bytes, index), rules);
            double bound = rules.PerElement is var (relative, absolute) ? absolute + relative * Math.Abs(e) : common;
            worst.Add(index, e, a, bound);
        }
        return worst.ToComparison() with { Steps = rules.FloatStep > 0 ? worst.Difference / rules.FloatStep : 0 };
    }

    private static double Clip(double value, ComparisonRules rules) =>
        double.IsNaN(value) ? value : Math.Clamp(value, -rules.ClipTo, rules.ClipTo);

    private static Comparison CompareIntegers(ExpectedOutput expected, Tensor actual, ComparisonRules rules)
    {
        bool quantized = expected.Quantization is not null;
        double bound = quantized ? rules.QuantizedSteps + expected.Spread : 0;
        var worst = new WorstElement();
        for (int k = 0; k < expected.SampleCount; k++)
        {
            var e = TensorElements.Integer(expected.Type, expected.Samples.Span, k);
            var a = TensorElements.Integer(actual.Type, actual.Bytes, k * expected.Stride);
            worst.Add(k * expected.Stride, e, a, bound);
        }
        return worst.ToComparison() with { Steps = quantized ? worst.Difference : 0 };
    }

    private static Comparison CompareDequantized(ExpectedOutput expected, Tensor actual, ComparisonRules rules)
    {
        var quantization = expected.Quantization!;
        double bound = rules.DequantizedSteps + expected.Spread;
        var worst = new WorstElement();
        for (int k = 0; k < expected.SampleCount; k++)
        {
            // In units of one step, so that the report reads the same for every scale.
            var q = TensorElements.Integer(expected.Type, expected.Samples.Span, k);
            double a = TensorElements.Real(TensorElementType.Float, actual.Bytes, k * expected.Stride);
            worst.Add(k * expected.Stride, (double)(q - quantization.ZeroPoint), a / quantization.Scale, bound);
        }
        return worst.ToComparison() with { Steps = worst.Difference };
    }
}
