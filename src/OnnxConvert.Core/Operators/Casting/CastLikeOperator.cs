using OnnxConvert.Ir;
using OnnxConvert.Operators.Evaluation;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Casting;

/// <summary>CastLike: a cast to the type of the second input.</summary>
[Defines("CastLike")]
internal sealed class CastLikeOperator : OperatorDefinition
{
    public override OperatorTraits Traits => OperatorTraits.Elementwise;

    public override void Infer(InferenceCall c) => c.Set(0, c.Type(1), c.Shape(0));
}
