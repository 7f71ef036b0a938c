using OnnxConvert.Emission;
using OnnxConvert.Ir;
using OnnxConvert.Operators.Evaluation;

namespace OnnxConvert.Rewriting;

/// <summary>What constants hold, for those that look for patterns. All of it says null or false of values that are computed.</summary>
public static class KnownConstants
{
    /// <summary>How far a constant may be, relatively, from the number that it stands for, which was rounded to float and perhaps computed.</summary>
    private const double Tolerance = 1e-5;

    /// <summary>The real number that a constant of one element holds, or null.</summary>
    /// <param name="value">The value, or null.</param>
    /// <param name="maxRank">How many dimensions of size 1 the constant may have.</param>
    public static double? Number(this Value? value, int maxRank = int.MaxValue) =>
        value?.Constant is { ElementCount: 1 } data && data.Rank <= maxRank && data.ElementType.IsFloat() ? Elements.Read<double>(data)[0] : null;

    /// <summary>Whether a number of a model is what a formula says, as far as it was rounded.</summary>
    public static bool IsClose(double? number, double expected) => number is { } value && Math.Abs(value - expected) <= Tolerance * Math.Abs(expected);

    /// <summary>The integers that a constant holds, or null.</summary>
    public static long[]? Integers(this Value? value) => value?.Constant is { } data && data.ElementType.IsInteger() ? Numbers.ToInt64(data) : null;

    /// <summary>Integers that some operator sets have as an attribute and others as an input, or null: where they are left out, and where they are computed.</summary>
    /// <param name="node">The node.</param>
    /// <param name="input">The place of the input.</param>
    /// <param name="attribute">The name of the attribute.</param>
    public static long[]? Integers(this Node node, int input, string attribute)
    {
        ArgumentNullException.ThrowIfNull(node);
        return node.Input(input) is { } value
            ? value.Integers()
            : node.Attributes.Find(attribute) is { Kind: AttributeKind.Ints } found ? [.. found.Ints] : null;
    }

    /// <summary>Whether a value is constant, and all its elements are the same number.</summary>
    public static bool IsAll(this Value? value, double number) => value?.Constant is { } data && Elements.AreAll(data, number);
}
