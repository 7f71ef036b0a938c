using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.Optimizers;

/// <summary>Cast(Cast(x)) → Cast(x), or x, where the type in the middle holds every value of the first one; Not(Not(x)) → x.</summary>
public sealed class CastChainOptimizer : NodeOptimizer
{
    /// <inheritdoc/>
    protected override bool Optimize(Node node, Graph graph, OptimizerContext context)
    {
        if (node.Outputs.Count != 1 || node.Outputs[0].IsUnused || node.Input(0)?.Producer is not { } inner)
            return false;
        if (node.Is("Not") && inner.Is("Not"))
            return Fusion.Bypass(node, inner.Inputs[0]!);
        if (!node.Is("Cast") || !inner.Is("Cast") || !SkipsMiddle(node, inner))
            return false;
        node.SetInput(0, inner.Inputs[0]);
        return true;
    }

    private static bool SkipsMiddle(Node outer, Node inner)
    {
        ElementType first = inner.Inputs[0]!.ElementType;
        ElementType middle = inner.Outputs[0].ElementType;
        var last = (ElementType)outer.Attributes.Int("to");
        // An integer beyond the last type's range would be cut off by its bits, not limited as a float is.
        return IsPlain(last) && Holds(middle, first) && (first == last || first.IsFloat() == middle.IsFloat() || Holds(last, first));
    }

    /// <summary>Whether every value of <paramref name="narrow"/> is one of <paramref name="wide"/>, and casting between them gives it.</summary>
    private static bool Holds(ElementType wide, ElementType narrow)
    {
        if (narrow == ElementType.Bool)
            return wide == ElementType.Bool || wide.IsInteger() || IsPlainFloat(wide);
        if (narrow.IsInteger() && wide.IsInteger())
        {
            // The range of uint64 is reported only up to that of int64.
            (long min, long max) = narrow.IntegerRange();
            (long low, long high) = wide.IntegerRange();
            return narrow == wide || (low <= min && max <= high && narrow != ElementType.UInt64);
        }

        if (narrow.IsInteger())
            return IsPlainFloat(wide) && narrow.BitSize() - (narrow.IsSignedInteger() ? 1 : 0) <= Significand(wide);
        return IsPlainFloat(narrow) && IsPlainFloat(wide)
            && (narrow == wide || wide == ElementType.Double || (wide == ElementType.Float && narrow != ElementType.Double));
    }

    /// <summary>Strings and 8-bit floats are written from the middle type, with its digits and its limits.</summary>
    private static bool IsPlain(ElementType type) => type == ElementType.Bool || type.IsInteger() || IsPlainFloat(type);

    private static bool IsPlainFloat(ElementType type) => type is ElementType.Float or ElementType.Double or ElementType.Float16 or ElementType.BFloat16;

    /// <summary>Bits of precision, the leading one included.</summary>
    private static int Significand(ElementType type) => type switch
    {
        ElementType.Double => 53,
        ElementType.Float => 24,
        ElementType.Float16 => 11,
        _ => 8,
    };
}
