using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.TfLite.Rewriters;

/// <summary>A normalization that was found in a graph.</summary>
internal sealed class Normalization
{
    private readonly HashSet<Node> _nodes = new(ReferenceEqualityComparer.Instance);

    private Normalization(Value x, Node last)
    {
        X = x;
        Last = last;
        _nodes.Add(last);
    }

    internal Value X { get; }

    /// <summary>The operator that gives the result.</summary>
    internal Node Last { get; private set; }

    internal long[] Axes { get; private set; } = [];

    internal double Epsilon { get; private set; }

    internal Value? Gamma { get; private set; }

    internal Value? Beta { get; private set; }

    /// <summary>The mean that is taken off, or null where none is.</summary>
    private Value? Mean { get; set; }

    /// <summary>x · s + (β - mean · s), or x · s - mean · s.</summary>
    internal static Normalization? OfSums(Node node)
    {
        if (node.IsPlain(TfLiteOps.Sub))
            return OfSums(node, node.Input(0), node.Input(1), null);
        if (!node.IsPlain(TfLiteOps.Add))
            return null;
        foreach ((Value? scaled, Value? shift) in node.EitherWay())
        {
            if (shift.By(TfLiteOps.Sub) is { } difference && OfSums(node, scaled, difference.Input(1), difference.Input(0)) is { } found)
            {
                found._nodes.Add(difference);
                return found;
            }
        }

        return null;
    }

    /// <summary>(x - mean) · root, or x · root, with what multiplies it and is added to it behind.</summary>
    internal static Normalization? OfDifference(Node node)
    {
        if (!node.IsPlain(TfLiteOps.Mul) && !node.IsPlain(TfLiteOps.Div))
            return null;
        foreach ((Value? value, Value? factor) in node.IsPlain(TfLiteOps.Div) ? [(node.Input(0), node.Input(1))] : node.EitherWay())
        {
            if (value is null || !value.IsReal())
                continue;
            Node? difference = value.By(TfLiteOps.Sub);
            if (difference is { } && difference.Input(0) is { } x && new Normalization(x, node) is var centered && centered.TakeRoot(factor, difference.Input(1), value, node))
            {
                centered._nodes.Add(difference);
                return centered.TakeReaders();
            }

            if (new Normalization(value, node) is var plain && plain.TakeRoot(factor, null, value, node))
                return plain.TakeReaders();
        }

        return null;
    }

    /// <summary>The fused operator that computes the same, or null when there is none.</summary>
    internal string? OpType(int rank)
    {
        long[] axes = [.. Axes.Select(axis => axis < 0 ? axis + rank : axis).Order()];
        if (axes is [var only] && only == rank - 1)
            return Mean is null ? FusedOps.RmsNormalization : FusedOps.LayerNormalization;
        return Mean is not null && rank == 4 && axes is [1, 2] ? FusedOps.InstanceNormalization : null;
    }

    /// <summary>A value inside the pattern that is read outside of it, or null.</summary>
    internal Value? ReadElsewhere() => _nodes.Where(node => node != Last).Select(node => node.Outputs[0])
        .FirstOrDefault(value => value.IsGraphOutput || value.Uses.Any(use => !_nodes.Contains(use.Node)));

    private static Normalization? OfSums(Node last, Value? scaled, Value? scaledMean, Value? beta)
    {
        if (scaled.By(TfLiteOps.Mul) is not { } product || scaledMean.By(TfLiteOps.Mul) is not { } shift)
            return null;
        foreach ((Value? x, Value? scale) in product.EitherWay())
        {
            if (x is null || scale is null || shift.Other(scale) is not { } mean)
                continue;
            var found = new Normalization(x, last) { Beta = beta };
            if (!found.TakeRoot(scale, mean, null, product))
                continue;
            found._nodes.Add(product);
            found._nodes.Add(shift);
            return found;
        }

        return null;
    }

    /// <summary>Takes 1 / √(variance + ε), with γ where that is multiplied into it.</summary>
    private bool TakeRoot(Value? factor, Value? mean, Value? difference, Node reader)
    {
        if (reader.IsPlain(TfLiteOps.Div))
            return factor.By(TfLiteOps.Sqrt) is { } root && TakeVariance(root, mean, difference);
        if (factor.By(TfLiteOps.Rsqrt) is { } inverse)
            return TakeVariance(inverse, mean, difference);
        if (factor.By(TfLiteOps.Mul) is not { } scaled)
            return false;
        foreach ((Value? root, Value? gamma) in scaled.EitherWay())
        {
            if (root.By(TfLiteOps.Rsqrt) is not { } node || !TakeVariance(node, mean, difference))
                continue;
            Gamma = gamma;
            _nodes.Add(scaled);
            return true;
        }

        return false;
    }

    private bool TakeVariance(Node root, Value? mean, Value? difference)
    {
        if (root.Input(0).By(TfLiteOps.Add) is not { } sum)
            return false;
        foreach ((Value? variance, Value? epsilon) in sum.EitherWay())
        {
            if (epsilon.Number() is not { } number || MeanOf(variance) is not { } average || average.Input(1).Integers() is not { Length: > 0 } axes
                || !IsSquared(average.Input(0), mean, difference) || (mean is not null && !IsMean(mean, axes)))
            {
                continue;
            }

            (Epsilon, Axes, Mean) = (number, axes, mean);
            foreach (Node node in (ReadOnlySpan<Node>)[root, sum, average, average.Input(0)!.Producer!])
                _nodes.Add(node);
            if (mean is not null)
                _nodes.Add(mean.Producer!);
            return true;
        }

        return false;
    }

    private static Node? MeanOf(Value? value) => value.By(TfLiteOps.Mean) is { } node && node.Attributes.Int("keep_dims") != 0 ? node : null;

    private bool IsMean(Value mean, long[] axes) =>
        MeanOf(mean) is { } node && ReferenceEquals(node.Input(0), X) && node.Input(1).Integers() is { } own && own.SequenceEqual(axes);

    /// <summary>Whether a value is (x - mean)², or x² where there is no mean.</summary>
    private bool IsSquared(Value? value, Value? mean, Value? difference)
    {
        if (value?.Producer is not { } node)
            return false;
        if (mean is not null && node.IsPlain(TfLiteOps.SquaredDifference))
            return ReferenceEquals(node.Other(mean), X);
        Value? squared = mean is null ? X : difference;
        return squared is not null && ReferenceEquals(node.Input(0), squared)
            && (node.IsBuiltin(TfLiteOps.Square) || (node.IsPlain(TfLiteOps.Mul) && ReferenceEquals(node.Input(1), squared)));
    }

    /// <summary>Goes on to a multiplication by γ and an addition of β, where nothing else reads what is between.</summary>
    private Normalization TakeReaders()
    {
        if (Gamma is null && Last.Outputs[0].OnlyReader() is { } scaled && scaled.IsPlain(TfLiteOps.Mul) && IsParameter(scaled.Other(Last.Outputs[0])))
        {
            Gamma = scaled.Other(Last.Outputs[0]);
            Advance(scaled);
        }

        if (Mean is not null && Last.Outputs[0].OnlyReader() is { } shifted && shifted.IsPlain(TfLiteOps.Add) && IsParameter(shifted.Other(Last.Outputs[0])))
        {
            Beta = shifted.Other(Last.Outputs[0]);
            Advance(shifted);
        }

        return this;
    }

    private void Advance(Node next)
    {
        Last = next;
        _nodes.Add(next);
    }

    /// <summary>Whether a value is constant, with one element for each channel, or one.</summary>
    private bool IsParameter(Value? value) => value.Number() is not null
        || (value is { Constant: { Rank: > 0 } data } && X.Shape is { } shape && data.ElementCount == data.Dims[^1] && data.Dims[^1] == shape[shape.Rank - 1].Size && data.Rank <= shape.Rank);
}
