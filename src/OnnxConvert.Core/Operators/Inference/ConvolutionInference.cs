using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Inference;

/// <summary>Convolutions: data [N, C, spatial...], weights [M, C/group, kernel...].</summary>
internal static class ConvolutionInference
{
    public static void AddTo(Dictionary<string, InferenceFunction> table)
    {
        table.Add(static c => c.Set(0, c.Type(0), Convolve(c, 1)), "Conv", "DeformConv");
        table.Add(static c => c.Set(0, ElementType.Int32, Convolve(c, 1)), "ConvInteger");
        table.Add(static c => c.Set(0, c.Type(7), Convolve(c, 3)), "QLinearConv");
        table.Add(ConvTranspose, "ConvTranspose");
    }

    private static Shape? Convolve(InferenceContext c, int weightInput)
    {
        if (c.Shape(0) is not { } x)
            return null;
        CheckRank(c, x);
        Shape? w = c.Shape(weightInput);
        if (w is not null && w.Rank != x.Rank)
            c.Fail($"the weights have rank {w.Rank}, the data {x.Rank}");
        var windows = new Windows(c, x.Rank - 2);
        var result = new Dimension[x.Rank];
        result[0] = x[0];
        result[1] = w is null ? Dimension.Unknown : w[0];
        for (int i = 2; i < result.Length; i++)
            result[i] = windows.Output(i - 2, x[i], Kernel(c, w, i));
        return new Shape(result);
    }

    private static void ConvTranspose(InferenceContext c)
    {
        if (c.Shape(0) is not { } x)
        {
            c.Set(0, c.Type(0), null);
            return;
        }

        CheckRank(c, x);
        Shape? w = c.Shape(1);
        int axes = x.Rank - 2;
        var windows = new Windows(c, axes);
        long[] outputPadding = Windows.Values(c, "output_padding", axes, 0);
        // The attribute may name the spatial sizes only, or all.
        long[]? sizes = c.Ints("output_shape") is { Length: > 0 } given ? [.. given.Skip(given.Length - axes)] : null;
        var result = new Dimension[x.Rank];
        result[0] = x[0];
        result[1] = w is null ? Dimension.Unknown : Dims.Multiply(w[1], c.Int("group", 1));
        for (int i = 2; i < result.Length; i++)
            result[i] = sizes is not null ? Dims.Of(sizes[i - 2]) : windows.Transposed(i - 2, x[i], Kernel(c, w, i), outputPadding[i - 2]);
        c.Set(0, c.Type(0), new Shape(result));
    }

    private static void CheckRank(InferenceContext c, Shape x)
    {
        if (x.Rank < 3)
            c.Fail($"the data has rank {x.Rank}; at least 3 are needed: [N, C, spatial...]");
    }

    private static Dimension Kernel(InferenceContext c, Shape? w, int axis) =>
        c.Ints("kernel_shape") is { Length: > 0 } kernel && kernel.Length > axis - 2 ? Dims.Of(kernel[axis - 2]) : w is not null && axis < w.Rank ? w[axis] : Dimension.Unknown;
}
