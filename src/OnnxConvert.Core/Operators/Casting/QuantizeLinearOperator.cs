using OnnxConvert.Ir;
using OnnxConvert.Operators.Evaluation;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Casting;

/// <summary>QuantizeLinear: round(x / scale) + zero point, ties to even, limited to the integer type.</summary>
[Defines("QuantizeLinear")]
internal sealed class QuantizeLinearOperator : QuantizationOperator
{
    // The zero point decides the type; without one the attribute does, and uint8 is the default.
    public override void Infer(InferenceCall c) =>
        c.Set(0, c.Has(2) ? c.Type(2) : c.ElementTypeOf("output_dtype", ElementType.UInt8), c.Shape(0));

    internal override TensorData? Evaluate(EvaluationCall c)
    {
        ElementType stored = StoredType(c);
        if (!stored.IsInteger() || c[0].ElementType != ElementType.Float)
            return null;
        return Convert(c, static (value, scale, zeroPoint) => Math.Round((double)((float)value / scale), MidpointRounding.ToEven) + zeroPoint) is { } values
            ? Elements.Write(values, stored, c[0].Dims.AsSpan())
            : null;
    }

    private static ElementType StoredType(EvaluationCall c) => c.Optional(2)?.ElementType
        ?? (c.Attributes.Int("output_dtype") is > 0 and var type ? (ElementType)type : ElementType.UInt8);
}
