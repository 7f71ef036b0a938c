using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Losses;

/// <summary>Losses of classifications.</summary>
[Defines("NegativeLogLikelihoodLoss"), Defines("SoftmaxCrossEntropyLoss")]
internal sealed class LossOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c)
    {
        ElementType type = c.Type(0);
        c.Set(0, type, c.String("reduction", "mean") == "none" ? c.Shape(1) : Shape.Scalar);
        c.Set(1, type, c.Shape(0));
    }
}
