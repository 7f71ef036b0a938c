using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Images;

/// <summary>CenterCropPad: cut or padded to sizes, around the middle.</summary>
[Defines("CenterCropPad")]
internal sealed class CenterCropPadOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c) => c.Set(0, c.Type(0), c.Shape(0) is { } x ? CenterCropPad(c, x) : null);

    private static Shape CenterCropPad(InferenceCall c, Shape x)
    {
        int[] axes = c.Ints("axes") is { } given ? c.Axes(given.AsSpan(), x.Rank) : ScaledShape.AllAxes(x);
        SizeValue[]? sizes = c.Elements(1);
        Dimension[] result = [.. x];
        for (int i = 0; i < axes.Length; i++)
            result[axes[i]] = sizes is not null && i < sizes.Length ? sizes[i].ToDimension() : Dimension.Unknown;
        return new Shape(result);
    }
}
