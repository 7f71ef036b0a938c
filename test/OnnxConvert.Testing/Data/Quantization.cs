namespace OnnxConvert.Testing.Data;

/// <summary>real = <see cref="Scale"/> · (q − <see cref="ZeroPoint"/>), for a whole tensor.</summary>
public sealed record Quantization(float Scale, long ZeroPoint)
{
    public double ToReal(Int128 q) => (double)Scale * (double)(q - ZeroPoint);

    /// <summary>The nearest integer of <paramref name="type"/>, saturated (halves away from zero, as TFLite's QUANTIZE).</summary>
    public long FromReal(double value, TensorElementType type)
    {
        var (low, high) = type switch
        {
            TensorElementType.Int8 => (sbyte.MinValue, sbyte.MaxValue),
            TensorElementType.UInt8 => (byte.MinValue, byte.MaxValue),
            TensorElementType.Int16 => (short.MinValue, (long)short.MaxValue),
            _ => throw new InvalidDataException($"A {TensorElements.NameOf(type)} input is not quantized here."),
        };
        double q = Math.Round(value / Scale, MidpointRounding.AwayFromZero) + ZeroPoint;
        return (long)Math.Clamp(q, low, high);
    }

    /// <summary>The real values of an integer tensor as float32.</summary>
    public Tensor Dequantize(Tensor tensor)
    {
        var values = new float[tensor.Count];
        for (int i = 0; i < values.Length; i++)
            values[i] = (float)ToReal(TensorElements.Integer(tensor.Type, tensor.Bytes, i));
        return Tensor.Of<float>(TensorElementType.Float, tensor.Shape, values);
    }
}
