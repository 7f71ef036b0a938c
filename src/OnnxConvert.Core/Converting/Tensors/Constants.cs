using System.Numerics;
using OnnxConvert.Emission;
using OnnxConvert.Ir;
using OnnxConvert.Numerics;

namespace OnnxConvert.Converting.Tensors;

/// <summary>Changes of form that constants go through on their way into an ONNX graph.</summary>
internal static class Constants
{
    /// <summary>A quantized activation's constant as it is stored: int8 as uint8 shifted by 128, sub-byte integers as bytes.</summary>
    internal static TensorData ToStored(TensorData data)
    {
        switch (data.ElementType)
        {
            case ElementType.Int8:
                byte[] shifted = data.Bytes.ToArray();
                for (int i = 0; i < shifted.Length; i++)
                    shifted[i] ^= 0x80;
                return TensorData.FromBytes(ElementType.UInt8, data.Dims.AsSpan(), shifted);
            case ElementType.Int4 or ElementType.Int2 or ElementType.UInt4 or ElementType.UInt2:
                return Unpack(data);
            default:
                return data;
        }
    }

    /// <summary>Sub-byte integers as bytes where the target opset does not know them; complex numbers as pairs.</summary>
    internal static TensorData ForOpset(TensorData data, int opset) => data.ElementType switch
    {
        ElementType.Int4 or ElementType.UInt4 when opset < 21 => Unpack(data),
        ElementType.Int2 or ElementType.UInt2 when opset < 25 => Unpack(data),
        ElementType.Complex64 or ElementType.Complex128 => ComplexNumbers.ToPairs(data),
        _ => data,
    };

    /// <summary>The parameters after the tensor was permuted.</summary>
    internal static QuantizationParameters Permute(QuantizationParameters parameters, ReadOnlySpan<int> permutation) =>
        parameters.IsPerTensor || permutation.IsEmpty
            ? parameters
            : new QuantizationParameters(parameters.Scales, parameters.ZeroPoints, permutation.IndexOf(parameters.Axis));

    /// <summary>The parameters of a bias: scale of the input times scale of the weights, zero point 0; null when one of them is not quantized.</summary>
    internal static QuantizationParameters? BiasParameters(Value input, Value weight)
    {
        if (!TensorMap.IsQuantized(input) || weight.Quantization is not { } weights)
            return null;
        float scale = input.Quantization!.Scale;
        return new QuantizationParameters([.. weights.Scales.Select(w => w * scale)], [.. weights.Scales.Select(_ => 0L)], 0);
    }

    /// <summary>An int32 tensor of the same values, or null when one does not fit.</summary>
    internal static TensorData? TryNarrowToInt32(TensorData data)
    {
        if (data.ElementType == ElementType.Int32)
            return data;
        long[] wide = Numbers.ToInt64(data);
        return wide.Any(v => v is < int.MinValue or > int.MaxValue) ? null : TensorData.Create<int>([.. wide.Select(v => (int)v)], data.Dims.AsSpan());
    }

    /// <summary>The real numbers that a quantized constant stands for, as float.</summary>
    internal static TensorData Dequantize(TensorData data, QuantizationParameters parameters)
    {
        long inner = 1;
        for (int i = parameters.Axis + 1; i < data.Rank; i++)
            inner *= data.Dims[i];
        var real = new float[checked((int)data.ElementCount)];
        switch (data.ElementType)
        {
            case ElementType.Int8: Dequantize<sbyte>(data, parameters, inner, real); break;
            case ElementType.UInt8: Dequantize<byte>(data, parameters, inner, real); break;
            case ElementType.Int16: Dequantize<short>(data, parameters, inner, real); break;
            case ElementType.UInt16: Dequantize<ushort>(data, parameters, inner, real); break;
            case ElementType.Int32: Dequantize<int>(data, parameters, inner, real); break;
            case ElementType.Int64: Dequantize<long>(data, parameters, inner, real); break;
            default: return Dequantize(Unpack(data), parameters);
        }

        return TensorData.Create<float>(real, data.Dims.AsSpan());
    }

    private static void Dequantize<T>(TensorData data, QuantizationParameters parameters, long inner, float[] real)
        where T : unmanaged, INumber<T>
    {
        ReadOnlySpan<T> stored = data.AsSpan<T>();
        int channels = parameters.Scales.Length;
        for (int i = 0; i < real.Length; i++)
        {
            int channel = parameters.IsPerTensor ? 0 : (int)(i / inner % channels);
            real[i] = parameters.Scales[channel] * (long.CreateChecked(stored[i]) - parameters.ZeroPoints[channel]);
        }
    }

    private static TensorData Unpack(TensorData data) => TensorData.FromBytes(
        data.ElementType.IsSignedInteger() ? ElementType.Int8 : ElementType.UInt8,
        data.Dims.AsSpan(),
        data.ElementType.IsSignedInteger()
            ? PackedElements.UnpackSigned(data.Bytes.Span, data.ElementType.BitSize(), data.ElementCount)
            : PackedElements.Unpack(data.Bytes.Span, data.ElementType.BitSize(), data.ElementCount));
}
