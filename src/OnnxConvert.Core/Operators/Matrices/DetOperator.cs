using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Matrices;

/// <summary>Det: determinants of square matrices.</summary>
[Defines("Det")]
internal sealed class DetOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c) => c.Set(0, c.Type(0), c.Shape(0) is { Rank: >= 2 } x ? new Shape(x.Take(x.Rank - 2)) : null);
}
