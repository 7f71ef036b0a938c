using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Evaluation;

/// <summary>Pow: the result has the type of the base; the exponent may have another one.</summary>
internal static class PowerEvaluator
{
    /// <summary>Up to here every integer is a double, so that a power of integers is exact.</summary>
    private const double LargestExact = 1L << 53;

    internal static TensorData? Evaluate(EvaluationContext context)
    {
        TensorData @base = context[0];
        TensorData exponent = context[1];
        (double[] results, long[] dims) = Elementwise.Pairs(Elements.Read<double>(@base), @base, Elements.Read<double>(exponent), exponent, Math.Pow);
        bool isExact = @base.ElementType.IsFloat() || Array.TrueForAll(results, result => Math.Abs(result) <= LargestExact);
        return isExact ? Elements.Write(results, @base.ElementType, dims) : null;
    }
}
