using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Evaluation;

/// <summary>Range: from a start in equal steps up to, but without, a limit.</summary>
internal static class RangeEvaluator
{
    internal static TensorData? Evaluate(EvaluationContext context)
    {
        ElementType type = context[0].ElementType;
        if (type.IsFloat())
        {
            double start = Elements.Read<double>(context[0])[0];
            double delta = Elements.Read<double>(context[2])[0];
            double count = Math.Ceiling((Elements.Read<double>(context[1])[0] - start) / delta);
            return Elements.Write([.. Steps((long)Math.Max(count, 0)).Select(i => start + (i * delta))], type, Dims(count));
        }

        Int128 first = Elements.Read<Int128>(context[0])[0];
        Int128 step = Elements.Read<Int128>(context[2])[0];
        Int128 length = Elements.Read<Int128>(context[1])[0] - first;
        // Rounded up, whatever the signs.
        Int128 steps = (length / step) + (length % step != 0 && Int128.IsNegative(length) == Int128.IsNegative(step) ? 1 : 0);
        return Elements.Write([.. Steps((long)Int128.Max(steps, 0)).Select(i => first + (i * step))], type, Dims((double)steps));
    }

    private static IEnumerable<int> Steps(long count) => Enumerable.Range(0, checked((int)count));

    private static long[] Dims(double count) => [(long)Math.Max(count, 0)];
}
