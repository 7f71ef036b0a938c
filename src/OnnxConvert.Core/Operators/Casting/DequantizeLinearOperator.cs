using OnnxConvert.Ir;
using OnnxConvert.Operators.Evaluation;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Casting;

/// <summary>DequantizeLinear: (x - zero point) * scale.</summary>
[Defines("DequantizeLinear")]
internal sealed class DequantizeLinearOperator : QuantizationOperator
{
    public override void Infer(InferenceCall c) =>
        c.Set(0, c.ElementTypeOf("output_dtype", c.Opset < 19 ? ElementType.Float : c.Type(1)), c.Shape(0));

    internal override TensorData? Evaluate(EvaluationCall c) =>
        c[0].ElementType.IsInteger() && Convert(c, static (value, scale, zeroPoint) => (value - zeroPoint) * scale) is { } values
            ? Elements.Write(values, ElementType.Float, c[0].Dims.AsSpan())
            : null;
}
