using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Inference;

/// <summary>One element of a tensor of sizes: a number (negative ones included), a symbolic size, or not known.</summary>
/// <param name="Number">The number, or null.</param>
/// <param name="Symbol">The symbolic size as <see cref="Dimension.Symbol"/> has it, or null.</param>
public readonly record struct SizeValue(long? Number, string? Symbol = null)
{
    /// <summary>The size of a dimension.</summary>
    public static SizeValue Of(Dimension dimension) => new(dimension.Size, dimension.Symbol);

    /// <summary>The dimension of that size; unknown for a negative number.</summary>
    public Dimension ToDimension() => Number is { } number
        ? number >= 0 ? new Dimension(number) : Dimension.Unknown
        : Symbol is { } symbol ? new Dimension(symbol) : Dimension.Unknown;
}
