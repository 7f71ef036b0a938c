using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Inference;

/// <summary>One element of a tensor of sizes: a number (negative ones included), a symbol, or not known.</summary>
internal readonly record struct SizeValue(long? Number, string? Symbol = null)
{
    public static SizeValue Of(Dimension dimension) => new(dimension.Size, dimension.Symbol);

    /// <summary>The dimension of that size.</summary>
    public Dimension ToDimension() => Number is { } number
        ? number >= 0 ? new Dimension(number) : Dimension.Unknown
        : Symbol is { } symbol ? new Dimension(symbol) : Dimension.Unknown;
}
