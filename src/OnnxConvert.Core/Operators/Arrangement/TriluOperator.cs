using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Arrangement;

/// <summary>Trilu: the upper or lower triangle of matrices, zeros elsewhere.</summary>
[Defines("Trilu")]
internal sealed class TriluOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c) => c.Set(0, c.Type(0), c.Shape(0));
}
