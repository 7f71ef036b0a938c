using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Inference;

/// <summary>Operators that pick elements by index, range, condition or order.</summary>
internal static class SelectionInference
{
    public static void AddTo(Dictionary<string, InferenceFunction> table)
    {
        table.Add(Slice, "Slice");
        table.Add(static c => c.Set(0, c.Type(0), Gather(c)), "Gather");
        table.Add(static c => c.Set(0, c.Type(0), c.Shape(1)), "GatherElements");
        table.Add(static c => c.Set(0, c.Type(0), GatherND(c)), "GatherND");
        table.Add(TopK, "TopK");
        table.Add(Compress, "Compress");
        table.Add(static c => c.Set(0, ElementType.Int64, new Shape(c.Shape(0) is { } x ? Math.Max(x.Rank, 1) : Dimension.Unknown, Dimension.Unknown)), "NonZero");
        table.Add(Unique, "Unique");
        table.Add(OneHot, "OneHot");
        table.Add(static c => c.Set(0, ElementType.Int64, new Shape(Dimension.Unknown, 3)), "NonMaxSuppression");
    }

    private static void Slice(InferenceContext c)
    {
        if (c.Shape(0) is not { } x)
        {
            c.Set(0, c.Type(0), null);
            return;
        }

        long[]? starts = c.IntsOrInput("starts", 1);
        long[]? ends = c.IntsOrInput("ends", 2);
        long[]? axes = c.IntsOrInput("axes", 3) ?? (c.Has(3) || starts is null ? null : [.. Enumerable.Range(0, starts.Length).Select(i => (long)i)]);
        long[]? steps = c.Has(4) ? c.Constant(4) : axes is null ? null : [.. Enumerable.Repeat(1L, axes.Length)];
        if (axes is null)
        {
            c.Set(0, c.Type(0), Dims.OfRank(x.Rank));
            return;
        }

        Dimension[] result = [.. x];
        for (int i = 0; i < axes.Length; i++)
        {
            int axis = c.Axis(axes[i], x.Rank);
            bool isKnown = starts?.Length > i && ends?.Length > i && steps?.Length > i;
            result[axis] = isKnown ? Count(c, x[axis], starts![i], ends![i], steps![i]) : Dimension.Unknown;
        }

        c.Set(0, c.Type(0), new Shape(result));
    }

    private static Dimension Count(InferenceContext c, Dimension dimension, long start, long end, long step)
    {
        if (step == 0)
            c.Fail("a step is 0");
        // Nothing is cut off, whatever the size.
        if (step == 1 && start == 0 && end >= int.MaxValue)
            return dimension;
        if (dimension.Size is not { } size)
            return Dimension.Unknown;
        start = start < 0 ? start + size : start;
        end = end < 0 ? (end < -size ? -1 : end + size) : end;
        (start, end) = step > 0
            ? (Math.Clamp(start, 0, size), Math.Clamp(end, 0, size))
            : (Math.Clamp(start, 0, Math.Max(size - 1, 0)), Math.Clamp(end, -1, size));
        if (size == 0)
            return 0;
        long span = step > 0 ? end - start : start - end;
        // The smallest number has no counterpart of the other sign.
        long stride = step == long.MinValue ? long.MaxValue : Math.Abs(step);
        return span <= 0 ? 0 : ((span - 1) / stride) + 1;
    }

    private static Shape? Gather(InferenceContext c)
    {
        if (c.Shape(0) is not { } x || c.Shape(1) is not { } indices)
            return null;
        int axis = c.Axis(c.Int("axis", 0), x.Rank);
        return new Shape([.. x.Take(axis), .. indices, .. x.Skip(axis + 1)]);
    }

    private static Shape? GatherND(InferenceContext c)
    {
        if (c.Shape(0) is not { } x || c.Shape(1) is not { Rank: > 0 } indices || indices[indices.Rank - 1].Size is not { } depth)
            return null;
        long taken = c.Int("batch_dims", 0) + depth;
        if (taken < 0 || taken > x.Rank)
            c.Fail($"the indices are {depth} deep, the data has rank {x.Rank}");
        return new Shape(indices.Take(indices.Rank - 1).Concat(x.Skip((int)taken)));
    }

    private static void TopK(InferenceContext c)
    {
        Shape? shape = null;
        if (c.Shape(0) is { } x)
        {
            Dimension k = c.Has(1) ? c.Data(1) is [var size] ? size.ToDimension() : Dimension.Unknown : Dims.Of(c.Int("k", -1));
            shape = x.With(c.Axis(c.Int("axis", -1), x.Rank), k);
        }

        c.Set(0, c.Type(0), shape);
        c.Set(1, ElementType.Int64, shape);
    }

    private static void Compress(InferenceContext c)
    {
        if (!c.HasAttribute("axis"))
            c.Set(0, c.Type(0), Dims.OfRank(1));
        else
            c.Set(0, c.Type(0), c.Shape(0) is { } x ? x.With(c.Axis(c.Int("axis", 0), x.Rank), Dimension.Unknown) : null);
    }

    private static void Unique(InferenceContext c)
    {
        Shape? shape = !c.HasAttribute("axis") ? Dims.OfRank(1)
            : c.Shape(0) is { } x ? x.With(c.Axis(c.Int("axis", 0), x.Rank), Dimension.Unknown) : null;
        c.Set(0, c.Type(0), shape);
        for (int i = 1; i < 4; i++)
            c.Set(i, ElementType.Int64, Dims.OfRank(1));
    }

    private static void OneHot(InferenceContext c)
    {
        if (c.Shape(0) is not { } indices)
        {
            c.Set(0, c.Type(2), null);
            return;
        }

        int axis = c.Axis(c.Int("axis", -1), indices.Rank + 1);
        Dimension depth = c.ConstantNumbers(1) is [var number] ? Dims.Of((long)number) : Dimension.Unknown;
        c.Set(0, c.Type(2), new Shape([.. indices.Take(axis), depth, .. indices.Skip(axis)]));
    }
}
