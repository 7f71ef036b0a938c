using System.Collections.Immutable;
using System.Globalization;

namespace OnnxConvert.Ir;

/// <summary>Affine quantization: <c>real = scale * (q - zeroPoint)</c>, for the whole tensor or for each slice along an axis. Immutable.</summary>
public sealed record QuantizationParameters
{
    /// <summary>Parameters for the whole tensor.</summary>
    public QuantizationParameters(float scale, long zeroPoint)
        : this([scale], [zeroPoint], 0)
    {
    }

    /// <summary>One scale and zero point for the tensor, or one for each index of <paramref name="axis"/>.</summary>
    /// <exception cref="ArgumentException">The counts differ or are zero.</exception>
    public QuantizationParameters(ImmutableArray<float> scales, ImmutableArray<long> zeroPoints, int axis)
    {
        if (scales.IsDefaultOrEmpty || zeroPoints.IsDefaultOrEmpty)
            throw new ArgumentException("Quantization needs at least one scale and one zero point.");
        if (scales.Length != zeroPoints.Length)
            throw new ArgumentException($"Quantization needs as many zero points as scales, not {scales.Length} scales and {zeroPoints.Length} zero points.");
        Scales = scales;
        ZeroPoints = zeroPoints;
        Axis = axis;
    }

    /// <summary>The scales: one, or one for each index of <see cref="Axis"/>.</summary>
    public ImmutableArray<float> Scales { get; }

    /// <summary>The zero points, as many as scales.</summary>
    public ImmutableArray<long> ZeroPoints { get; }

    /// <summary>The axis along which the parameters differ; without meaning when <see cref="IsPerTensor"/>.</summary>
    public int Axis { get; }

    /// <summary>Whether one scale and zero point serve the whole tensor.</summary>
    public bool IsPerTensor => Scales.Length == 1;

    /// <summary>The scale of the whole tensor, or the first one.</summary>
    public float Scale => Scales[0];

    /// <summary>The zero point of the whole tensor, or the first one.</summary>
    public long ZeroPoint => ZeroPoints[0];

    /// <summary>The real value of the quantized value <paramref name="q"/>, by the parameters of <paramref name="channel"/>.</summary>
    public double Dequantize(long q, int channel = 0) => (double)Scales[channel] * (q - ZeroPoints[channel]);

    /// <inheritdoc/>
    public bool Equals(QuantizationParameters? other) =>
        other is not null
        && Scales.AsSpan().SequenceEqual(other.Scales.AsSpan())
        && ZeroPoints.AsSpan().SequenceEqual(other.ZeroPoints.AsSpan())
        && (IsPerTensor || Axis == other.Axis);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Scale, ZeroPoint, Scales.Length);

    /// <summary>The formula, such as <c>0.0078125·(q − 128)</c>, or the range of scales of a per-axis quantization.</summary>
    public override string ToString()
    {
        if (!IsPerTensor)
            return string.Create(CultureInfo.InvariantCulture, $"{Scales.Length} scales {Scales.Min()}..{Scales.Max()} along axis {Axis}");
        return ZeroPoint == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{Scale}·q")
            : string.Create(CultureInfo.InvariantCulture, $"{Scale}·(q {(ZeroPoint < 0 ? '+' : '−')} {Math.Abs(ZeroPoint)})");
    }
}
