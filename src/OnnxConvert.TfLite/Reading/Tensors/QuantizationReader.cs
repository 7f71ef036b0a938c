using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using OnnxConvert.Ir;
using OnnxConvert.TfLite.Schema;
using FlatQuantization = OnnxConvert.TfLite.Schema.QuantizationParameters;
using QuantizationParameters = OnnxConvert.Ir.QuantizationParameters;

namespace OnnxConvert.TfLite.Reading;

/// <summary>
/// Quantization as the runtime understands it: <c>min</c> and <c>max</c> are remarks of the training, and scales on
/// floating-point tensors have no meaning.
/// </summary>
internal static class QuantizationReader
{
    /// <exception cref="InvalidModelException">The parameters contradict themselves or the tensor.</exception>
    public static QuantizationParameters? Read(FlatQuantization? source, ElementType type, Shape? shape, string place, ReadContext context)
    {
        if (source is not { ScaleLength: > 0 } quantization || !type.IsInteger())
            return null;

        float[] scales = quantization.GetScaleArray();
        if (scales.All(s => s == 0))
        {
            context.Warn($"{place} has a quantization scale of 0; it is read as not quantized.");
            return null;
        }

        int bad = Array.FindIndex(scales, s => !float.IsFinite(s) || s < 0);
        if (bad >= 0)
            throw new InvalidModelException($"{place} has the quantization scale {scales[bad].ToString(CultureInfo.InvariantCulture)} at index {bad}.");

        long[] zeroPoints = ZeroPoints(quantization.GetZeroPointArray() ?? [], scales.Length, type, place);
        int axis = scales.Length == 1 ? 0 : Axis(quantization.QuantizedDimension, scales.Length, shape, place);
        return new QuantizationParameters(ImmutableCollectionsMarshal.AsImmutableArray(scales), ImmutableCollectionsMarshal.AsImmutableArray(zeroPoints), axis);
    }

    /// <summary>The block-wise parameters, or null when the tensor has none.</summary>
    /// <exception cref="InvalidModelException">The block size is not positive.</exception>
    public static BlockParameters? ReadBlocks(FlatQuantization? source, string place)
    {
        if (source is not { } quantization)
            return null;

        var blocks = quantization.DetailsType switch
        {
            QuantizationDetails.BlockwiseQuantization when quantization.Details<BlockwiseQuantization>() is { } b =>
                new BlockParameters(b.Scales, b.ZeroPoints, b.BlockSize, []),
            QuantizationDetails.MultiAxisQuantization when quantization.Details<MultiAxisQuantization>() is { } m =>
                new BlockParameters(m.Scales, m.ZeroPoints, m.BlockSize, m.GetQuantizedDimensionsArray() ?? []),
            _ => null,
        };
        if (blocks is { BlockSize: <= 0 } && quantization.DetailsType == QuantizationDetails.BlockwiseQuantization)
            throw new InvalidModelException($"{place} is quantized in blocks of {blocks.BlockSize} elements.");
        return blocks;
    }

    private static long[] ZeroPoints(long[] zeroPoints, int count, ElementType type, string place)
    {
        if (zeroPoints.Length != count)
        {
            if (zeroPoints.Length > 1)
                throw new InvalidModelException($"{place} has {count} quantization scales but {zeroPoints.Length} zero points.");
            long all = zeroPoints.Length == 1 ? zeroPoints[0] : 0;
            zeroPoints = new long[count];
            Array.Fill(zeroPoints, all);
        }

        var (min, max) = type.IntegerRange();
        int bad = Array.FindIndex(zeroPoints, z => z < min || z > max);
        return bad < 0
            ? zeroPoints
            : throw new InvalidModelException($"{place} has the zero point {zeroPoints[bad]} at index {bad}, outside the range of {type.DisplayName()}, {min} to {max}.");
    }

    private static int Axis(int dimension, int count, Shape? shape, string place)
    {
        if (shape is null)
            return dimension;
        // Some converters copy the weights' dimension to the bias, which has only one.
        int axis = shape.Rank == 1 ? 0 : dimension;
        if (axis < 0 || axis >= shape.Rank)
            throw new InvalidModelException($"{place} is quantized along dimension {dimension}; its shape is {shape}.");
        if (shape[axis].Size is { } size && size != count)
            throw new InvalidModelException($"{place} has {count} quantization scales for the {size} slices of dimension {axis}; its shape is {shape}.");
        return axis;
    }
}
