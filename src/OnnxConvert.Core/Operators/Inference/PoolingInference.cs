using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Inference;

/// <summary>Pooling over the spatial dimensions of [N, C, spatial...].</summary>
internal static class PoolingInference
{
    public static void AddTo(Dictionary<string, InferenceFunction> table)
    {
        table.Add(Pool, "MaxPool", "AveragePool", "LpPool");
        table.Add(GlobalPool, "GlobalAveragePool", "GlobalMaxPool", "GlobalLpPool");
        table.Add(MaxUnpool, "MaxUnpool");
        table.Add(MaxRoiPool, "MaxRoiPool");
        table.Add(RoiAlign, "RoiAlign");
        table.Add(Col2Im, "Col2Im");
    }

    private static void Pool(InferenceContext c)
    {
        Shape? shape = null;
        if (c.Shape(0) is { Rank: > 2 } x)
        {
            var windows = new Windows(c, x.Rank - 2);
            long[] kernel = Windows.Values(c, "kernel_shape", x.Rank - 2, 1);
            bool isCeil = c.Int("ceil_mode", 0) != 0;
            shape = new Shape(x.Select((d, i) => i < 2 ? d : windows.Output(i - 2, d, kernel[i - 2], isCeil)));
        }

        c.Set(0, c.Type(0), shape);
        c.Set(1, ElementType.Int64, shape);
    }

    private static void GlobalPool(InferenceContext c) =>
        c.Set(0, c.Type(0), c.Shape(0) is { } x ? new Shape(x.Select((d, i) => i < 2 ? d : 1)) : null);

    private static void MaxUnpool(InferenceContext c)
    {
        Shape? shape = null;
        if (c.Has(2))
        {
            shape = c.Data(2) is { } sizes ? new Shape(sizes.Select(s => s.ToDimension())) : null;
        }
        else if (c.Shape(0) is { Rank: > 2 } x)
        {
            var windows = new Windows(c, x.Rank - 2);
            long[] kernel = Windows.Values(c, "kernel_shape", x.Rank - 2, 1);
            shape = new Shape(x.Select((d, i) => i < 2 ? d : windows.Transposed(i - 2, d, kernel[i - 2], 0)));
        }

        c.Set(0, c.Type(0), shape);
    }

    private static void MaxRoiPool(InferenceContext c)
    {
        if (c.Shape(0) is { Rank: 4 } x && c.Ints("pooled_shape") is [var height, var width])
            c.Set(0, c.Type(0), new Shape(c.Shape(1) is { Rank: > 0 } rois ? rois[0] : Dimension.Unknown, x[1], height, width));
        else
            c.Set(0, c.Type(0), null);
    }

    private static void RoiAlign(InferenceContext c)
    {
        Dimension channels = c.Shape(0) is { Rank: 4 } x ? x[1] : Dimension.Unknown;
        Dimension rois = c.Shape(1) is { Rank: > 0 } r ? r[0] : c.Shape(2) is { Rank: > 0 } b ? b[0] : Dimension.Unknown;
        c.Set(0, c.Type(0), new Shape(rois, channels, Dims.Of(c.Int("output_height", 1)), Dims.Of(c.Int("output_width", 1))));
    }

    private static void Col2Im(InferenceContext c)
    {
        if (c.Shape(0) is not { Rank: 3 } x || c.Data(1) is not { } image)
        {
            c.Set(0, c.Type(0), null);
            return;
        }

        long? block = c.Constant(2)?.Aggregate(1L, (a, b) => a * b);
        Dimension channels = x[1].Size is { } size && block is > 0 ? size / block.Value : Dimension.Unknown;
        c.Set(0, c.Type(0), new Shape([x[0], channels, .. image.Select(s => s.ToDimension())]));
    }
}
