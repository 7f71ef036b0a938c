using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Casting;

/// <summary>BitCast: the same bits as another type of the same width.</summary>
[Defines("BitCast")]
internal sealed class BitCastOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c) => c.Set(0, c.ElementTypeOf("to", ElementType.Undefined), c.Shape(0));
}
