using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Images;

/// <summary>The sizes of an image that is scaled.</summary>
internal static class ScaledShape
{
    public static int[] AllAxes(Shape x) => [.. Enumerable.Range(0, x.Rank)];

    public static Shape Of(InferenceCall c, Shape x, int[] axes, double[]? scales)
    {
        if (scales is null || scales.Length == 0)
            return Dims.OfRank(x.Rank);
        if (scales.Length != axes.Length)
            c.Fail($"there are {scales.Length} scales for {axes.Length} axes");
        Dimension[] result = [.. x];
        for (int i = 0; i < axes.Length; i++)
        {
            if (scales[i] != 1)
                result[axes[i]] = x[axes[i]].Size is { } size ? Dims.Of((long)Math.Floor(size * scales[i])) : Dimension.Unknown;
        }

        return new Shape(result);
    }
}
