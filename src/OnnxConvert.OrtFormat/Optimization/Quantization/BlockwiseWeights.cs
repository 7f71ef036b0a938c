using System.Runtime.InteropServices;
using OnnxConvert.Ir;
using OnnxConvert.Numerics;

namespace OnnxConvert.OrtFormat.Optimization.Quantization;

/// <summary>
/// The weights [K, N] of a matrix product as MatMulNBits reads them: column after column, each in blocks of <see cref="BlockSize"/>
/// numbers that have a scale and a zero point of their own; unsigned, several in a byte where they are of less than 8 bits.
/// </summary>
/// <param name="Rows">K.</param>
/// <param name="Columns">N.</param>
/// <param name="Bits">Bits of a number: 2, 4 or 8.</param>
/// <param name="BlockSize">Numbers of a block; the last one of a column is filled up with zeros.</param>
/// <param name="Values">uint8[N, blocks of a column, bytes of a block].</param>
/// <param name="Scales">[N * blocks of a column].</param>
/// <param name="ZeroPoints">uint8[N * bytes of a column's zero points]; null where they are all in the middle of the unsigned range.</param>
internal sealed record BlockwiseWeights(long Rows, long Columns, int Bits, long BlockSize, TensorData Values, TensorData Scales, TensorData? ZeroPoints)
{
    /// <summary>What ONNX Runtime takes for weights of one scale, or of one for each column.</summary>
    private const int DefaultBlockSize = 32;

    private const int MinBlockSize = 16;

    /// <summary>
    /// Whether a DequantizeLinear is of constant weights that can be brought into this order: a matrix of 2, 4 or 8 bits with one
    /// scale, one for each column, or one for each block of a column.
    /// </summary>
    internal static bool Fits(Node dequantize)
    {
        if (dequantize.Inputs[0]?.Constant is not { Rank: 2 } weights || dequantize.Input(1)?.Constant is not { } scales)
            return false;
        TensorData? zeroPoints = dequantize.Input(2)?.Constant;
        if (dequantize.Input(2) is not null && zeroPoints is null)
            return false;
        if (!weights.ElementType.IsInteger() || weights.ElementType.BitSize() > 8 || weights.ElementCount == 0 || scales.ElementType is not (ElementType.Float or ElementType.Float16))
            return false;
        long blockSize = dequantize.Attributes.Int("block_size");
        return (blockSize > 0 ? FitsBlocks(weights, scales, blockSize, dequantize.Attributes.Int("axis", 1)) : FitsColumns(weights, scales, dequantize.Attributes.Int("axis", 1)))
            && (zeroPoints is null || zeroPoints.Dims.AsSpan().SequenceEqual(scales.Dims.AsSpan()))
            && weights.Dims[1] * Blocks(weights.Dims[0], BlockSizeOf(dequantize)) * BlockSizeOf(dequantize) < Array.MaxLength;
    }

    /// <summary>The weights of a DequantizeLinear that fits.</summary>
    internal static BlockwiseWeights Of(Node dequantize)
    {
        TensorData weights = dequantize.Inputs[0]!.Constant!, scales = dequantize.Inputs[1]!.Constant!;
        (long rows, long columns) = (weights.Dims[0], weights.Dims[1]);
        ElementType type = weights.ElementType;
        long blockSize = BlockSizeOf(dequantize), blocks = Blocks(rows, blockSize);

        byte[] source = Unsigned(weights);
        var values = new byte[columns * blocks * blockSize];
        for (long row = 0; row < rows; row++)
        {
            for (long column = 0; column < columns; column++)
                values[(column * blocks * blockSize) + row] = source[(row * columns) + column];
        }

        TensorData? zeroPoints = dequantize.Input(2)?.Constant;
        byte[]? zeros = zeroPoints is not null ? Spread(Unsigned(zeroPoints), scales.Rank, columns, blocks) : type.IsUnsignedInteger() ? new byte[columns * blocks] : null;
        return new BlockwiseWeights(
            rows, columns, type.BitSize(), blockSize,
            TensorData.FromBytes(ElementType.UInt8, [columns, blocks, blockSize * type.BitSize() / 8], Pack(values, type)),
            Spread(scales, columns, blocks),
            zeros is null ? null : PackColumns(zeros, type, columns, blocks));
    }

    private static long BlockSizeOf(Node dequantize) => dequantize.Attributes.Int("block_size") is > 0 and var size ? size : DefaultBlockSize;

    private static long Blocks(long rows, long blockSize) => ((rows - 1) / blockSize) + 1;

    private static bool FitsBlocks(TensorData weights, TensorData scales, long blockSize, long axis) =>
        axis == 0 && blockSize >= MinBlockSize && long.IsPow2(blockSize) && scales.Rank == 2 && scales.Dims[0] == Blocks(weights.Dims[0], blockSize) && scales.Dims[1] == weights.Dims[1];

    private static bool FitsColumns(TensorData weights, TensorData scales, long axis) =>
        scales.Rank == 0 || (scales.Rank == 1 && axis == 1 && scales.Dims[0] == weights.Dims[1]);

    /// <summary>One byte for each number, counted from the lowest of the type.</summary>
    private static byte[] Unsigned(TensorData data)
    {
        ElementType type = data.ElementType;
        byte[] numbers = type.IsSubByte() ? PackedElements.Unpack(data.Bytes.Span, type.BitSize(), data.ElementCount) : data.Bytes.ToArray();
        if (type.IsSignedInteger())
        {
            byte signBit = (byte)(1 << (type.BitSize() - 1));
            for (int i = 0; i < numbers.Length; i++)
                numbers[i] ^= signBit;
        }

        return numbers;
    }

    private static byte[] Pack(byte[] numbers, ElementType type) => type.IsSubByte() ? PackedElements.Pack(numbers, type.BitSize()) : numbers;

    /// <summary>The zero points of each column start a byte.</summary>
    private static TensorData PackColumns(byte[] zeros, ElementType type, long columns, long blocks)
    {
        byte[] packed = [.. zeros.Chunk((int)blocks).SelectMany(column => Pack(column, type))];
        return TensorData.FromBytes(ElementType.UInt8, [columns * type.ByteLength(blocks)], packed);
    }

    private static TensorData Spread(TensorData scales, long columns, long blocks) => scales.ElementType == ElementType.Float
        ? TensorData.Vector<float>(Spread(scales.AsSpan<float>(), scales.Rank, columns, blocks))
        : TensorData.FromBytes(scales.ElementType, [columns * blocks], MemoryMarshal.AsBytes(Spread(scales.AsSpan<ushort>(), scales.Rank, columns, blocks).AsSpan()).ToArray());

    /// <summary>A parameter for each block of each column, out of one for all, one for each column, or [blocks, columns].</summary>
    private static T[] Spread<T>(ReadOnlySpan<T> parameters, int rank, long columns, long blocks)
    {
        var spread = new T[columns * blocks];
        for (int column = 0; column < columns; column++)
        {
            for (int block = 0; block < blocks; block++)
            {
                long index = rank switch { 0 => 0, 1 => column, _ => (block * columns) + column };
                spread[(column * blocks) + block] = parameters[(int)index];
            }
        }

        return spread;
    }
}
