using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Images;

/// <summary>Resize: by scales or to sizes, along some axes.</summary>
[Defines("Resize")]
internal sealed class ResizeOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c) => c.Set(0, c.Type(0), c.Shape(0) is { } x ? Resize(c, x) : null);

    private static Shape Resize(InferenceCall c, Shape x)
    {
        // Opset 10 has (X, scales), 11 has (X, roi, scales, sizes); an empty tensor stands for an absent one.
        int scalesInput = c.Opset < 11 ? 1 : 2;
        int[] axes = c.Ints("axes") is { } given ? c.Axes(given.AsSpan(), x.Rank) : ScaledShape.AllAxes(x);
        if (c.Opset >= 11 && c.Has(3))
            return c.Elements(3) is { } sizes ? Sized(c, x, axes, sizes) : Dims.OfRank(x.Rank);
        return ScaledShape.Of(c, x, axes, c.ConstantNumbers(scalesInput));
    }

    private static Shape Sized(InferenceCall c, Shape x, int[] axes, SizeValue[] sizes)
    {
        if (sizes.Length != axes.Length)
            c.Fail($"there are {sizes.Length} sizes for {axes.Length} axes");
        Dimension[] result = [.. x];
        string policy = c.String("keep_aspect_ratio_policy", "stretch");
        double? scale = policy == "stretch" ? null : CommonScale(x, axes, sizes, policy);
        for (int i = 0; i < axes.Length; i++)
        {
            if (policy == "stretch")
                result[axes[i]] = sizes[i].ToDimension();
            else
                result[axes[i]] = scale is { } s && x[axes[i]].Size is { } size ? Dims.Of((long)Math.Floor((size * s) + 0.5)) : Dimension.Unknown;
        }

        return new Shape(result);
    }

    private static double? CommonScale(Shape x, int[] axes, SizeValue[] sizes, string policy)
    {
        double? scale = null;
        for (int i = 0; i < axes.Length; i++)
        {
            if (sizes[i].Number is not { } target || x[axes[i]].Size is not > 0 and not null || x[axes[i]].Size is not { } size)
                return null;
            double own = (double)target / size;
            scale = scale is not { } common ? own : policy == "not_larger" ? Math.Min(common, own) : Math.Max(common, own);
        }

        return scale;
    }
}
