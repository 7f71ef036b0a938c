using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Convolutions;

/// <summary>The result of a convolution: data [N, C, spatial...], weights [M, C/group, kernel...].</summary>
internal static class ConvolutionShape
{
    public static Shape? Of(InferenceCall c, int weightInput) => Of(c, c.Shape(0), c.Shape(weightInput));

    public static Shape? Of(InferenceCall c, Shape? x, Shape? w)
    {
        if (x is null)
            return null;
        CheckRank(c, x);
        if (w is not null && w.Rank != x.Rank)
            c.Fail($"the weights have rank {w.Rank}, the data {x.Rank}");
        CheckChannels(c, x, w);
        var windows = new Windows(c, x.Rank - 2);
        var result = new Dimension[x.Rank];
        result[0] = x[0];
        result[1] = w is null ? Dimension.Unknown : w[0];
        for (int i = 2; i < result.Length; i++)
            result[i] = windows.Output(c, i - 2, x[i], Kernel(c, w, i));
        return new Shape(result);
    }

    private static void CheckChannels(InferenceCall c, Shape x, Shape? w)
    {
        // In blocks, channels are filled up.
        if (c.Call.Domain == Domains.MicrosoftNchwc || x[1].Size is not { } channels || w?[1].Size is not { } perGroup)
            return;
        long group = c.Int("group", 1);
        if (channels != perGroup * group)
            c.Fail($"the data has {channels} channels; the weights take {perGroup} in {group} group(s), which is {perGroup * group}");
    }

    public static void CheckRank(InferenceCall c, Shape x)
    {
        if (x.Rank < 3)
            c.Fail($"the data has rank {x.Rank}; at least 3 are needed: [N, C, spatial...]");
    }

    public static Dimension Kernel(InferenceCall c, Shape? w, int axis) =>
        c.Ints("kernel_shape") is { Length: > 0 } kernel && kernel.Length > axis - 2 ? Dims.Of(kernel[axis - 2]) : w is not null && axis < w.Rank ? w[axis] : Dimension.Unknown;
}
