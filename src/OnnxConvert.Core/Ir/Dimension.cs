using System.Globalization;

namespace OnnxConvert.Ir;

/// <summary>One dimension of a shape: a known size, a symbol that stands for a size, or unknown.</summary>
public readonly record struct Dimension
{
    private readonly long _sizePlusOne;

    /// <summary>A dimension of a known size.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is negative.</exception>
    public Dimension(long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        _sizePlusOne = checked(size + 1);
    }

    /// <summary>A dimension that is only known by name; equal symbols mean equal sizes.</summary>
    public Dimension(string symbol)
    {
        ArgumentException.ThrowIfNullOrEmpty(symbol);
        Symbol = symbol;
    }

    /// <summary>A dimension of which nothing is known; also the default value.</summary>
    public static Dimension Unknown => default;

    /// <summary>The name of a symbolic dimension, else null.</summary>
    public string? Symbol { get; }

    /// <summary>Whether the size is known.</summary>
    public bool IsStatic => _sizePlusOne != 0;

    /// <summary>Whether neither size nor symbol is known.</summary>
    public bool IsUnknown => !IsStatic && Symbol is null;

    /// <summary>The known size, else null.</summary>
    public long? Size => IsStatic ? _sizePlusOne - 1 : null;

    /// <summary>A dimension of a known size.</summary>
    public static implicit operator Dimension(long size) => new(size);

    /// <summary>A symbolic dimension.</summary>
    public static implicit operator Dimension(string symbol) => new(symbol);

    /// <summary>The size, the symbol, or <c>?</c>.</summary>
    public override string ToString() => Size?.ToString(CultureInfo.InvariantCulture) ?? Symbol ?? "?";
}
