using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Normalizations;

/// <summary>Dropout: random elements become 0 in training; otherwise what goes in.</summary>
[Defines("Dropout")]
internal sealed class DropoutOperator : OperatorDefinition
{
    public override OperatorTraits Traits => OperatorTraits.Random;

    public override void Infer(InferenceCall c)
    {
        c.Set(0, c.Type(0), c.Shape(0));
        c.Set(1, c.Opset < 10 ? c.Type(0) : ElementType.Bool, c.Shape(0));
    }
}
