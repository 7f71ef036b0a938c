using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Evaluation;

/// <summary>Clip: first raised to the minimum, then lowered to the maximum. The bounds are attributes up to opset 10.</summary>
internal static class ClipEvaluator
{
    internal static TensorData? Evaluate(EvaluationContext context)
    {
        TensorData data = context[0];
        if (data.ElementType.IsFloat())
        {
            double low = Bound(context, 1, "min", double.NegativeInfinity);
            double high = Bound(context, 2, "max", double.PositiveInfinity);
            return Elementwise.Map(data, value => Math.Min(Math.Max(value, low), high), null);
        }

        Int128 min = context.Optional(1) is { } lower ? Elements.Read<Int128>(lower)[0] : Int128.MinValue;
        Int128 max = context.Optional(2) is { } upper ? Elements.Read<Int128>(upper)[0] : Int128.MaxValue;
        return Elementwise.Map(data, null, value => Int128.Min(Int128.Max(value, min), max));
    }

    private static double Bound(EvaluationContext context, int index, string attribute, double otherwise) => context.Optional(index) is { } data
        ? Elements.Read<double>(data)[0]
        : context.Attributes.Find(attribute)?.Float ?? otherwise;
}
