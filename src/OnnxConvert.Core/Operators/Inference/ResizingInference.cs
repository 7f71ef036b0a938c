using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Inference;

/// <summary>Operators on images that change their size, or sample them elsewhere.</summary>
internal static class ResizingInference
{
    public static void AddTo(Dictionary<string, InferenceFunction> table)
    {
        table.Add(static c => c.Set(0, c.Type(0), c.Shape(0) is { } x ? Resize(c, x) : null), "Resize");
        table.Add(static c => c.Set(0, c.Type(0), c.Shape(0) is { } x ? Upsample(c, x) : null), "Upsample");
        table.Add(DepthToSpace, "DepthToSpace");
        table.Add(SpaceToDepth, "SpaceToDepth");
        table.Add(GridSample, "GridSample");
        table.Add(AffineGrid, "AffineGrid");
        table.Add(static c => c.Set(0, c.Type(0), c.Shape(0) is { } x ? CenterCropPad(c, x) : null), "CenterCropPad");
    }

    private static Shape Upsample(InferenceContext c, Shape x)
    {
        // Opset 7 has the scales as an attribute, 9 as an input.
        double[]? scales = c.Has(1) ? c.ConstantNumbers(1) : c.Attribute("scales", AttributeKind.Floats)?.Floats.Select(f => (double)f).ToArray();
        return Scaled(c, x, AllAxes(x), scales);
    }

    private static Shape Resize(InferenceContext c, Shape x)
    {
        // Opset 10 has (X, scales), 11 has (X, roi, scales, sizes); an empty tensor stands for an absent one.
        int scalesInput = c.Opset < 11 ? 1 : 2;
        int[] axes = c.Ints("axes") is { } given ? [.. given.Select(a => c.Axis(a, x.Rank))] : AllAxes(x);
        if (c.Opset >= 11 && c.Has(3))
            return c.Data(3) is { } sizes ? Sized(c, x, axes, sizes) : Dims.OfRank(x.Rank);
        return Scaled(c, x, axes, c.ConstantNumbers(scalesInput));
    }

    private static int[] AllAxes(Shape x) => [.. Enumerable.Range(0, x.Rank)];

    private static Shape Scaled(InferenceContext c, Shape x, int[] axes, double[]? scales)
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

    private static Shape Sized(InferenceContext c, Shape x, int[] axes, SizeValue[] sizes)
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

    private static void DepthToSpace(InferenceContext c)
    {
        long block = Math.Max(c.Int("blocksize", 1), 1);
        c.Set(0, c.Type(0), c.Shape(0) is { Rank: 4 } x
            ? new Shape(x[0], Dims.Of(x[1].Size / (block * block)), Dims.Multiply(x[2], block), Dims.Multiply(x[3], block))
            : null);
    }

    private static void SpaceToDepth(InferenceContext c)
    {
        long block = Math.Max(c.Int("blocksize", 1), 1);
        c.Set(0, c.Type(0), c.Shape(0) is { Rank: 4 } x
            ? new Shape(x[0], Dims.Multiply(x[1], block * block), Dims.Of(x[2].Size / block), Dims.Of(x[3].Size / block))
            : null);
    }

    private static void GridSample(InferenceContext c)
    {
        Shape? shape = c.Shape(0) is { Rank: > 2 } x && c.Shape(1) is { } grid && grid.Rank == x.Rank
            ? new Shape([x[0], x[1], .. grid.Skip(1).Take(grid.Rank - 2)])
            : null;
        c.Set(0, c.Type(0), shape);
    }

    private static void AffineGrid(InferenceContext c)
    {
        Shape? shape = c.Data(1) is { Length: >= 4 } size
            ? new Shape([size[0].ToDimension(), .. size.Skip(2).Select(s => s.ToDimension()), size.Length - 2])
            : null;
        c.Set(0, c.Type(0), shape);
    }

    private static Shape CenterCropPad(InferenceContext c, Shape x)
    {
        int[] axes = c.Ints("axes") is { } given ? [.. given.Select(a => c.Axis(a, x.Rank))] : AllAxes(x);
        SizeValue[]? sizes = c.Data(1);
        Dimension[] result = [.. x];
        for (int i = 0; i < axes.Length; i++)
            result[axes[i]] = sizes is not null && i < sizes.Length ? sizes[i].ToDimension() : Dimension.Unknown;
        return new Shape(result);
    }
}
