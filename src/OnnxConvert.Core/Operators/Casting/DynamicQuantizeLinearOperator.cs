using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Casting;

/// <summary>DynamicQuantizeLinear: to uint8 by the range of the tensor, with the scale and zero point that were found.</summary>
[Defines("DynamicQuantizeLinear")]
internal sealed class DynamicQuantizeLinearOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c)
    {
        c.Set(0, ElementType.UInt8, c.Shape(0));
        c.Set(1, ElementType.Float, Shape.Scalar);
        c.Set(2, ElementType.UInt8, Shape.Scalar);
    }
}
