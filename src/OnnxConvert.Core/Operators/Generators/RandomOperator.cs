using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Generators;

/// <summary>Random numbers of a given shape.</summary>
[Defines("RandomNormal"), Defines("RandomUniform")]
internal sealed class RandomOperator : OperatorDefinition
{
    public override OperatorTraits Traits => OperatorTraits.Random;

    public override void Infer(InferenceCall c) => c.Set(0, c.ElementTypeOf("dtype", ElementType.Float), c.Ints("shape") is { } s ? new Shape(s.Select(d => Dims.Of(d))) : null);
}
