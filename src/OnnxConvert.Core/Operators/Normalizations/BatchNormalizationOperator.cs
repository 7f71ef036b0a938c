using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Normalizations;

/// <summary>BatchNormalization: by mean and variance for each channel.</summary>
[Defines("BatchNormalization")]
internal sealed class BatchNormalizationOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c)
    {
        c.Set(0, c.Type(0), c.Shape(0));
        for (int i = 1; i < c.OutputCount; i++)
            c.Set(i, c.Type(3), c.Shape(3));
    }
}
