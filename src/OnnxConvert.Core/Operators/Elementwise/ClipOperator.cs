using OnnxConvert.Ir;
using OnnxConvert.Operators.Evaluation;

namespace OnnxConvert.Operators.Elementwise;

/// <summary>Clip: first raised to the minimum, then lowered to the maximum. The bounds are attributes up to opset 10.</summary>
[Defines("Clip")]
internal sealed class ClipOperator : UnaryOperator
{
    public override bool CanEvaluate => true;

    internal override TensorData? Evaluate(EvaluationCall c)
    {
        TensorData data = c[0];
        if (data.ElementType.IsFloat())
        {
            double low = Bound(c, 1, "min", double.NegativeInfinity);
            double high = Bound(c, 2, "max", double.PositiveInfinity);
            return ElementOperations.Map(data, value => Math.Min(Math.Max(value, low), high), null);
        }

        Int128 min = c.Optional(1) is { } lower ? Elements.Read<Int128>(lower)[0] : Int128.MinValue;
        Int128 max = c.Optional(2) is { } upper ? Elements.Read<Int128>(upper)[0] : Int128.MaxValue;
        return ElementOperations.Map(data, null, value => Int128.Min(Int128.Max(value, min), max));
    }

    private static double Bound(EvaluationCall c, int index, string attribute, double otherwise) => c.Optional(index) is { } data
        ? Elements.Read<double>(data)[0]
        : c.Attributes.Find(attribute)?.Float ?? otherwise;
}
