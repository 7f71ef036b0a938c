using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Pooling;

/// <summary>Pooling over all spatial dimensions of [N, C, spatial...].</summary>
[Defines("GlobalAveragePool"), Defines("GlobalMaxPool"), Defines("GlobalLpPool")]
internal sealed class GlobalPoolOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c) => c.Set(0, c.Type(0), Pooled(c.Shape(0)));

    /// <summary>The shape with one element for each channel.</summary>
    internal static Shape? Pooled(Shape? x) => x is null ? null : new Shape(x.Select((d, i) => i < 2 ? d : 1));
}
