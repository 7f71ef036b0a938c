using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Images;

/// <summary>Upsample: the older Resize, by scales.</summary>
[Defines("Upsample")]
internal sealed class UpsampleOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c) => c.Set(0, c.Type(0), c.Shape(0) is { } x ? Upsample(c, x) : null);

    private static Shape Upsample(InferenceCall c, Shape x)
    {
        // Opset 7 has the scales as an attribute, 9 as an input.
        double[]? scales = c.Has(1) ? c.ConstantNumbers(1) : c.Attribute("scales", AttributeKind.Floats)?.Floats.Select(f => (double)f).ToArray();
        return ScaledShape.Of(c, x, ScaledShape.AllAxes(x), scales);
    }
}
