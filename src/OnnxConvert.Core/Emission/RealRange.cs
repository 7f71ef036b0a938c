namespace OnnxConvert.Emission;

/// <summary>A range to which real values are limited, as fused activations do.</summary>
/// <param name="Min">The lower bound; negative infinity: none.</param>
/// <param name="Max">The upper bound; positive infinity: none.</param>
public readonly record struct RealRange(float Min, float Max)
{
    /// <summary>No limit.</summary>
    public static RealRange All { get; } = new(float.NegativeInfinity, float.PositiveInfinity);

    /// <summary>Not negative: ReLU.</summary>
    public static RealRange Relu { get; } = new(0, float.PositiveInfinity);

    /// <summary>0 to 6: ReLU6.</summary>
    public static RealRange Relu6 { get; } = new(0, 6);

    /// <summary>Whether nothing is limited.</summary>
    public bool IsAll => float.IsNegativeInfinity(Min) && float.IsPositiveInfinity(Max);

    /// <summary>What both ranges allow.</summary>
    public RealRange Intersect(RealRange other) => new(Math.Max(Min, other.Min), Math.Min(Max, other.Max));
}
