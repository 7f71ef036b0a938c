using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Generators;

/// <summary>Multinomial: classes drawn by the logarithms of their probabilities.</summary>
[Defines("Multinomial")]
internal sealed class MultinomialOperator : OperatorDefinition
{
    public override OperatorTraits Traits => OperatorTraits.Random;

    public override void Infer(InferenceCall c) =>
        c.Set(0, c.ElementTypeOf("dtype", ElementType.Int32), new Shape(c.Shape(0) is { Rank: 2 } x ? x[0] : Dimension.Unknown, Dims.Of(c.Int("sample_size", 1))));
}
