using System.Runtime.InteropServices;
using OnnxConvert.Numerics;

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

    public override ReadOnlyMemory<byte> Bytes => _bytes ??= ByteLength <= Array.MaxLength ? Materialize() : throw TooLong();

    /// <exception cref="NotSupportedException">Elements share bytes, and there are more of them than 2 GB hold.</exception>
    public override void CopyTo(Stream destination)
    {
        const int Piece = 1 << 24;
        if (ByteLength <= Array.MaxLength)
        {
            base.CopyTo(destination);
            return;
        }

        int size = ElementType.IsSubByte() ? throw TooLong() : ElementType.BitSize() / 8;
        var strides = new PermutedWalk(_source.Dims.AsSpan(), _permutation);
        using TensorPin source = _source.Pin();
        var piece = new byte[Piece];
        for (long done = 0; done < ElementCount; done += Piece / size)
        {
            Span<byte> part = piece.AsSpan(0, (int)Math.Min(Piece / size, ElementCount - done) * size);
            Copy(strides, source, done, part);
            destination.Write(part);
        }
    }

    /// <exception cref="NotSupportedException">The payload exceeds 2 GB.</exception>
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
        using TensorPin source = _source.Pin();
        if (ElementType.IsSubByte())
            return MaterializePacked(strides, source);
        var bytes = new byte[ByteLength];
        Copy(strides, source, 0, bytes);
        return bytes;
    }

    private unsafe byte[] MaterializePacked(PermutedWalk strides, TensorPin source)
    {
        var elements = new byte[checked((int)ElementCount)];
        fixed (byte* unpacked = PackedElements.Unpack(source.Span, ElementType.BitSize(), ElementCount))
            strides.Copy(unpacked, 0, elements);
        return PackedElements.Pack(elements, ElementType.BitSize());
    }

    private unsafe void Copy(PermutedWalk strides, TensorPin source, long first, Span<byte> target)
    {
        byte* from = source.Pointer;
        switch (ElementType.BitSize())
        {
            case 8: strides.Copy(from, first, target); break;
            case 16: strides.Copy((ushort*)from, first, MemoryMarshal.Cast<byte, ushort>(target)); break;
            case 32: strides.Copy((uint*)from, first, MemoryMarshal.Cast<byte, uint>(target)); break;
            case 64: strides.Copy((ulong*)from, first, MemoryMarshal.Cast<byte, ulong>(target)); break;
            default: strides.Copy((UInt128*)from, first, MemoryMarshal.Cast<byte, UInt128>(target)); break;
        }
    }
}
