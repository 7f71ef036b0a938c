using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Inference;

/// <summary>Operators that put tensors together, take them apart, repeat or pad them.</summary>
internal static class JoiningInference
{
    public static void AddTo(Dictionary<string, InferenceFunction> table)
    {
        table.Add(Concat, "Concat");
        table.Add(Split, "Split");
        table.Add(static c => c.Set(0, c.Type(0), Tile(c)), "Tile");
        table.Add(static c => c.Set(0, c.Type(0), Expand(c)), "Expand");
        table.Add(static c => c.Set(0, c.Type(0), Pad(c)), "Pad");
    }

    private static void Concat(InferenceContext c)
    {
        Dimension[]? result = null;
        bool isComplete = true;
        // Before opset 4 the axis was optional.
        long axis = c.Int("axis", 1);
        Dimension joined = 0;
        for (int i = 0; i < c.InputCount; i++)
        {
            if (c.Shape(i) is not { } shape)
            {
                isComplete = false;
                continue;
            }

            result ??= [.. Enumerable.Repeat(Dimension.Unknown, shape.Rank)];
            if (shape.Rank != result.Length)
                c.Fail($"input {i} has rank {shape.Rank}, another one {result.Length}");
            int at = c.Axis(axis, shape.Rank);
            joined = Dims.Add(joined, shape[at]);
            for (int d = 0; d < result.Length; d++)
                result[d] = d == at ? Dimension.Unknown : Same(c, result[d], shape[d], i);
        }

        if (result is not null && isComplete)
            result[c.Axis(axis, result.Length)] = joined;
        c.Set(0, c.Type(0), result is null ? null : new Shape(result));
    }

    private static Dimension Same(InferenceContext c, Dimension known, Dimension other, int input)
    {
        if (known.IsStatic && other.IsStatic && known != other)
            c.Fail($"input {input} has a dimension of {other} where another one has {known}");
        return known.IsStatic || other.IsUnknown ? known : other.IsStatic || known.IsUnknown ? other : known;
    }

    private static void Split(InferenceContext c)
    {
        Shape? x = c.Shape(0);
        long[]? sizes = c.IntsOrInput("split", 1);
        bool isKnown = sizes is not null || !c.Has(1);
        int axis = x is null ? 0 : c.Axis(c.Int("axis", 0), x.Rank);
        for (int i = 0; i < c.OutputCount; i++)
        {
            Dimension size = Dimension.Unknown;
            if (sizes is not null && i < sizes.Length)
                size = Dims.Of(sizes[i]);
            else if (isKnown && x is not null)
                size = EqualPart(x[axis], i, c.OutputCount);
            c.Set(i, c.Type(0), x?.With(axis, size));
        }
    }

    // All parts have the same size but the last, which may be smaller.
    private static Dimension EqualPart(Dimension whole, int index, int count)
    {
        if (whole.Size is not { } size)
            return Dimension.Unknown;
        long part = (size + count - 1) / count;
        return Dims.Of(index < count - 1 ? part : size - (part * (count - 1)));
    }

    private static Shape? Tile(InferenceContext c)
    {
        if (c.Shape(0) is not { } x)
            return null;
        // In opset 1 the other inputs are a count and an axis.
        if (c.Opset < 6 || c.Data(1) is not { } repeats)
            return Dims.OfRank(x.Rank);
        if (repeats.Length != x.Rank)
            c.Fail($"there are {repeats.Length} repeats for rank {x.Rank}");
        return new Shape(x.Zip(repeats, (d, r) => Dims.Multiply(d, r.ToDimension())));
    }

    private static Shape? Expand(InferenceContext c)
    {
        if (c.Shape(0) is not { } x)
            return null;
        if (c.Data(1) is { } target)
            return Dims.Broadcast(c, x, new Shape(target.Select(s => s.ToDimension())));
        return c.Shape(1) is { Rank: 1 } shape && shape[0].Size is <= 64 and { } rank ? Dims.OfRank(Math.Max(x.Rank, (int)rank)) : null;
    }

    private static Shape? Pad(InferenceContext c)
    {
        if (c.Shape(0) is not { } x)
            return null;
        long[]? axes = c.Has(3) ? c.Constant(3) : [.. Enumerable.Range(0, x.Rank).Select(i => (long)i)];
        long[]? pads = c.Has(1) ? c.Constant(1) : (c.Ints("pads") ?? c.Ints("paddings"))?.ToArray();
        if (axes is null || pads is null)
            return Dims.OfRank(x.Rank);
        if (pads.Length != 2 * axes.Length)
            c.Fail($"there are {pads.Length} pads for {axes.Length} axes");
        Dimension[] result = [.. x];
        for (int i = 0; i < axes.Length; i++)
        {
            int axis = c.Axis(axes[i], x.Rank);
            result[axis] = Dims.Add(result[axis], pads[i] + pads[i + axes.Length]);
        }

        return new Shape(result);
    }
}
