using OnnxConvert.Ir;
using OnnxConvert.Operators.Evaluation;

namespace OnnxConvert.Operators.Elementwise;

/// <summary>Pow: the result has the type of the base; the exponent may have another one.</summary>
[Defines("Pow")]
internal sealed class PowerOperator : BroadcastOperator
{
    public override bool CanEvaluate => true;

    /// <summary>Up to here every integer is a double, so that a power of integers is exact.</summary>
    private const double LargestExact = 1L << 53;

    internal override TensorData? Evaluate(EvaluationCall c)
    {
        TensorData @base = c[0];
        TensorData exponent = c[1];
        (double[] results, long[] dims) = ElementOperations.Pairs(Elements.Read<double>(@base), @base, Elements.Read<double>(exponent), exponent, Math.Pow);
        bool isExact = @base.ElementType.IsFloat() || Array.TrueForAll(results, result => Math.Abs(result) <= LargestExact);
        return isExact ? Elements.Write(results, @base.ElementType, dims) : null;
    }
}
