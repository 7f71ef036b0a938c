using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Generators;

/// <summary>Random numbers of the shape of a tensor.</summary>
[Defines("RandomNormalLike"), Defines("RandomUniformLike"), Defines("Bernoulli")]
internal sealed class RandomLikeOperator : OperatorDefinition
{
    public override OperatorTraits Traits => OperatorTraits.Random;

    public override void Infer(InferenceCall c) => c.Set(0, c.ElementTypeOf("dtype", c.Type(0)), c.Shape(0));
}
