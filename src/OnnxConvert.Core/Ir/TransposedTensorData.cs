using System.Runtime.InteropServices;
using OnnxConvert.Numerics;
using OnnxConvert.Operators.Layout;

namespace OnnxConvert.Ir;

/// <summary>A permuted view of another tensor. The bytes are put in order when they are first asked for.</summary>
internal sealed class TransposedTensorData : TensorData
{
    private readonly TensorData _source;
    private readonly int[] _permutation;
    private byte[]? _bytes;

    private TransposedTensorData(TensorData source, int[] permutation, ReadOnlySpan<long> dims)
        : base(source.ElementType, dims)
    {
        _source = source;
        _permutation = permutation;
    }

    /// <summary>What is permuted; never a permuted view itself.</summary>
    internal TensorData Source => _source;

    internal ReadOnlySpan<int> Permutation => _permutation;

    public override ReadOnlyMemory<byte> Bytes => _bytes ??= Materialize();

    public override TensorData Reshape(params ReadOnlySpan<long> dims) => FromBytes(ElementType, Dims.AsSpan(), Bytes).Reshape(dims);

    public override TensorData Transpose(params ReadOnlySpan<int> permutation)
    {
        PermutedWalk.Check(permutation, Rank);
        var composed = new int[permutation.Length];
        for (int i = 0; i < composed.Length; i++)
            composed[i] = _permutation[permutation[i]];
        return Of(_source, composed);
    }

    internal static TensorData Of(TensorData source, ReadOnlySpan<int> permutation)
    {
        var dims = new PermutedWalk(source.Dims.AsSpan(), permutation).Dims;
        return KeepsOrder(source.Dims.AsSpan(), permutation)
            ? source.Reshape(dims)
            : new TransposedTensorData(source, permutation.ToArray(), dims);
    }

    /// <summary>Whether the permutation only moves dimensions of size 1, so that no element changes its place.</summary>
    private static bool KeepsOrder(ReadOnlySpan<long> dims, ReadOnlySpan<int> permutation)
    {
        int last = -1;
        foreach (int axis in permutation)
        {
            if (dims[axis] == 1)
                continue;
            if (axis < last)
                return false;
            last = axis;
        }

        return true;
    }

    private byte[] Materialize()
    {
        var strides = new PermutedWalk(_source.Dims.AsSpan(), _permutation);
        var bytes = new byte[checked((int)ByteLength)];
        ReadOnlySpan<byte> source = _source.Bytes.Span;
        Span<byte> target = bytes;
        switch (ElementType.BitSize())
        {
            case 8: strides.Copy(source, bytes); break;
            case 16: strides.Copy(MemoryMarshal.Cast<byte, ushort>(source), MemoryMarshal.Cast<byte, ushort>(target)); break;
            case 32: strides.Copy(MemoryMarshal.Cast<byte, uint>(source), MemoryMarshal.Cast<byte, uint>(target)); break;
            case 64: strides.Copy(MemoryMarshal.Cast<byte, ulong>(source), MemoryMarshal.Cast<byte, ulong>(target)); break;
            case 128: strides.Copy(MemoryMarshal.Cast<byte, UInt128>(source), MemoryMarshal.Cast<byte, UInt128>(target)); break;
            default:
                var unpacked = new byte[checked((int)ElementCount)];
                strides.Copy(PackedElements.Unpack(source, ElementType.BitSize(), ElementCount), unpacked);
                bytes = PackedElements.Pack(unpacked, ElementType.BitSize());
                break;
        }

        return bytes;
    }
}
