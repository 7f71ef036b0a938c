using OnnxConvert.Ir;
using OnnxConvert.Operators.Evaluation;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Generators;

/// <summary>Range: from a start in equal steps up to, but without, a limit.</summary>
[Defines("Range")]
internal sealed class RangeOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c)
    {
        Dimension count = c.ConstantNumbers(0) is [var start] && c.ConstantNumbers(1) is [var limit] && c.ConstantNumbers(2) is [var delta]
            ? Count(start, limit, delta)
            : Dimension.Unknown;
        c.Set(0, c.Type(0), new Shape(count));
    }

    /// <summary>The number of steps up to a limit; not known for steps of 0.</summary>
    internal static Dimension Count(double start, double limit, double delta)
    {
        double steps = delta == 0 ? double.NaN : Math.Ceiling((limit - start) / delta);
        return steps is >= 0 and < int.MaxValue ? (long)steps : steps < 0 ? 0 : Dimension.Unknown;
    }

    public override bool CanEvaluate => true;

    internal override TensorData? Evaluate(EvaluationCall c)
    {
        ElementType type = c[0].ElementType;
        if (type.IsFloat())
        {
            double start = Elements.Read<double>(c[0])[0];
            double delta = Elements.Read<double>(c[2])[0];
            double count = Math.Ceiling((Elements.Read<double>(c[1])[0] - start) / delta);
            return Elements.Write([.. Steps((long)Math.Max(count, 0)).Select(i => start + (i * delta))], type, Dims(count));
        }

        Int128 first = Elements.Read<Int128>(c[0])[0];
        Int128 step = Elements.Read<Int128>(c[2])[0];
        Int128 length = Elements.Read<Int128>(c[1])[0] - first;
        // Rounded up, whatever the signs.
        Int128 steps = (length / step) + (length % step != 0 && Int128.IsNegative(length) == Int128.IsNegative(step) ? 1 : 0);
        return Elements.Write([.. Steps((long)Int128.Max(steps, 0)).Select(i => first + (i * step))], type, Dims((double)steps));
    }

    private static IEnumerable<int> Steps(long count) => Enumerable.Range(0, checked((int)count));

    private static long[] Dims(double count) => [(long)Math.Max(count, 0)];
}
