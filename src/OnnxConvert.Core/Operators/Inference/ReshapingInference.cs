using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Inference;

/// <summary>Operators that keep all elements and give them other dimensions, and those that ask for a shape.</summary>
internal static class ReshapingInference
{
    public static void AddTo(Dictionary<string, InferenceFunction> table)
    {
        table.Add(static c => c.Set(0, c.Type(0), Reshape(c)), "Reshape");
        table.Add(Flatten, "Flatten");
        table.Add(static c => c.Set(0, c.Type(0), Squeeze(c)), "Squeeze");
        table.Add(static c => c.Set(0, c.Type(0), Unsqueeze(c)), "Unsqueeze");
        table.Add(Transpose, "Transpose");
        table.Add(ShapeOf, "Shape");
        table.Add(static c => c.Set(0, ElementType.Int64, Shape.Scalar), "Size");
    }

    private static Shape? Reshape(InferenceContext c)
    {
        SizeValue[]? target = c.Has(1) ? c.Data(1) : c.Ints("shape") is { } ints ? [.. ints.Select(i => new SizeValue(i))] : null;
        if (target is null)
            return c.Shape(1) is { Rank: 1 } known && known[0].Size is <= 64 and { } rank ? Dims.OfRank((int)rank) : null;
        Shape? x = c.Shape(0);
        bool copiesZero = c.Int("allowzero", 0) == 0;
        var result = new Dimension[target.Length];
        int open = -1;
        for (int i = 0; i < result.Length; i++)
        {
            if (target[i].Number == -1)
                open = i;
            else if (target[i].Number == 0 && copiesZero)
                result[i] = x is not null && i < x.Rank ? x[i] : Dimension.Unknown;
            else
                result[i] = target[i].ToDimension();
        }

        if (open >= 0 && x is not null)
            result[open] = Rest(c, x, result, open);
        return new Shape(result);
    }

    /// <summary>The size of the one open dimension, after symbols and sizes that occur on both sides are struck out.</summary>
    private static Dimension Rest(InferenceContext c, Shape x, Dimension[] result, int open)
    {
        var left = new List<Dimension>(x);
        var right = new List<Dimension>(result.Where((_, i) => i != open));
        foreach (Dimension dimension in right.Where(d => d.Symbol is not null).ToArray())
        {
            if (left.Remove(dimension))
                right.Remove(dimension);
        }

        Dimension divisor = Dims.Product(right);
        if (divisor.Size == 1)
            return Dims.Product(left);
        Dimension total = Dims.Product(left);
        if (total.Size is not { } elements || divisor.Size is not > 0 and not null || divisor.Size is not { } size || size == 0)
            return Dimension.Unknown;
        if (elements % size != 0)
            c.Fail($"{elements} elements of shape {x} cannot be divided by {size}");
        return elements / size;
    }

    private static void Flatten(InferenceContext c)
    {
        if (c.Shape(0) is not { } x)
        {
            c.Set(0, c.Type(0), Dims.OfRank(2));
            return;
        }

        long axis = c.Int("axis", 1);
        int split = (int)(axis < 0 ? axis + x.Rank : axis);
        if (split < 0 || split > x.Rank)
            c.Fail($"axis {axis} is out of range for rank {x.Rank}");
        c.Set(0, c.Type(0), new Shape(Dims.Product(x.Take(split)), Dims.Product(x.Skip(split))));
    }

    private static Shape? Squeeze(InferenceContext c)
    {
        if (c.Shape(0) is not { } x)
            return null;
        if (!c.Has(1) && !c.HasAttribute("axes"))
            return x.All(d => d.IsStatic) ? new Shape(x.Where(d => d.Size != 1)) : null;
        if (c.IntsOrInput("axes", 1) is not { } axes)
            return null;
        var removed = new bool[x.Rank];
        foreach (long axis in axes)
        {
            int index = c.Axis(axis, x.Rank);
            if (x[index].Size is not (null or 1))
                c.Fail($"axis {axis} of shape {x} is not 1");
            removed[index] = true;
        }

        return new Shape(x.Where((_, i) => !removed[i]));
    }

    private static Shape? Unsqueeze(InferenceContext c)
    {
        if (c.Shape(0) is not { } x || c.IntsOrInput("axes", 1) is not { } axes)
            return null;
        int rank = x.Rank + axes.Length;
        var added = new bool[rank];
        foreach (long axis in axes)
            added[c.Axis(axis, rank)] = true;
        if (added.Count(a => a) != axes.Length)
            c.Fail($"the axes [{string.Join(',', axes)}] repeat one");
        var source = new Queue<Dimension>(x);
        return new Shape(added.Select(isNew => isNew ? 1 : source.Dequeue()));
    }

    private static void Transpose(InferenceContext c)
    {
        if (c.Shape(0) is not { } x)
        {
            c.Set(0, c.Type(0), null);
            return;
        }

        int[] permutation = c.Ints("perm") is { } perm ? [.. perm.Select(p => (int)p)] : [.. Enumerable.Range(0, x.Rank).Reverse()];
        if (!permutation.Order().SequenceEqual(Enumerable.Range(0, x.Rank)))
            c.Fail($"perm [{string.Join(',', permutation)}] is no permutation of {x.Rank} axes");
        c.Set(0, c.Type(0), x.Permute(permutation));
    }

    private static void ShapeOf(InferenceContext c)
    {
        if (c.Shape(0) is not { } x)
        {
            c.Set(0, ElementType.Int64, Dims.OfRank(1));
            return;
        }

        (int start, int end) = ShapeRange.Of(c.Node, x.Rank);
        c.Set(0, ElementType.Int64, Shape.Of(end - start));
    }
}
