using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Rewriters;

/// <summary>The real numbers that constants with one scale for each block stand for.</summary>
internal static class BlockwiseConstants
{
    /// <summary>Why the constant cannot be read, or null when it can.</summary>
    internal static string? Obstacle(TensorData data, TfLiteBlockQuantization blocks)
    {
        if (!data.ElementType.IsInteger())
            return $"it is quantized in blocks, but its type is {data.ElementType.DisplayName()}";
        if (blocks.Axes.Length > 1 || (blocks.Axes is [var axis] && axis != data.Rank - 1))
            return $"it is quantized in blocks along the dimensions [{string.Join(',', blocks.Axes)}]; only blocks along the last one are read";
        if (data.Rank == 0 || blocks.BlockSize <= 0 || data.Dims[^1] % blocks.BlockSize != 0 || blocks.Scales.ElementCount * blocks.BlockSize != data.ElementCount)
            return $"its {data.ElementCount} elements are quantized in blocks of {blocks.BlockSize}, but there are {blocks.Scales.ElementCount} scales";
        if (blocks.Scales.ElementType is not (ElementType.Float or ElementType.Float16))
            return $"its scales are {blocks.Scales.ElementType.DisplayName()}; float16 and float32 are read";
        return blocks.ZeroPoints is { } zeroPoints && (!zeroPoints.ElementType.IsInteger() || zeroPoints.ElementCount != blocks.Scales.ElementCount)
            ? $"its zero points, {zeroPoints}, do not go with its scales, {blocks.Scales}"
            : null;
    }

    /// <summary>The contents as float, given that there is no obstacle.</summary>
    internal static TensorData Dequantize(TensorData data, TfLiteBlockQuantization blocks)
    {
        var real = new float[checked((int)data.ElementCount)];
        for (int block = 0; block * blocks.BlockSize < real.Length; block++)
        {
            float scale = blocks.Scales.ElementType == ElementType.Float16 ? (float)blocks.Scales.AsSpan<Half>()[block] : blocks.Scales.AsSpan<float>()[block];
            long zeroPoint = blocks.ZeroPoints is { } zeroPoints ? Integer(zeroPoints, block) : 0;
            for (int i = block * blocks.BlockSize; i < (block + 1) * blocks.BlockSize; i++)
                real[i] = scale * (Integer(data, i) - zeroPoint);
        }

        return TensorData.Create<float>(real, data.Dims.AsSpan());
    }

    /// <summary>An element of any integer type, packed ones with the first element in the lowest bits.</summary>
    private static long Integer(TensorData data, long index)
    {
        int bits = data.ElementType.BitSize();
        ReadOnlySpan<byte> bytes = data.Bytes.Span[(int)(index * bits / 8)..];
        long value = 0;
        for (int i = 0; i < (bits + 7) / 8; i++)
            value |= (long)bytes[i] << (8 * i);
        value >>= (int)(index * bits % 8);
        int unused = 64 - bits;
        return data.ElementType.IsSignedInteger() ? value << unused >> unused : (long)((ulong)value << unused >> unused);
    }
}
