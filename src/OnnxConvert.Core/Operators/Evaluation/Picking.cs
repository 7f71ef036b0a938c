using OnnxConvert.Ir;
using OnnxConvert.Numerics;

namespace OnnxConvert.Operators.Evaluation;

/// <summary>Moves elements of any type without looking at them. What an operator does is all in the positions that it picks.</summary>
internal static class Picking
{
    /// <summary>The elements of <paramref name="source"/> at <paramref name="positions"/>, under new sizes.</summary>
    internal static TensorData Pick(TensorData source, ReadOnlySpan<long> dims, int[] positions) => Pick([source], dims, positions);

    /// <summary>As the other, from several tensors of one element type; positions run through all their elements, one tensor after the other.</summary>
    internal static TensorData Pick(ReadOnlySpan<TensorData> sources, ReadOnlySpan<long> dims, int[] positions)
    {
        ElementType type = sources[0].ElementType;
        foreach (TensorData source in sources)
        {
            if (source.ElementType != type)
                throw new ArgumentException($"{sources[0]} and {source} differ in their element type.");
        }

        if (type == ElementType.String)
            return PickStrings(sources, dims, positions);
        if (!type.IsSubByte())
            return TensorData.FromBytes(type, dims, PickBytes(Join(sources, source => source.Bytes), type.BitSize() / 8, positions));
        byte[] unpacked = PickBytes(Join(sources, source => PackedElements.Unpack(source.Bytes.Span, type.BitSize(), source.ElementCount)), 1, positions);
        return TensorData.FromBytes(type, dims, PackedElements.Pack(unpacked, type.BitSize()));
    }

    private static ReadOnlyMemory<byte> Join(ReadOnlySpan<TensorData> sources, Func<TensorData, ReadOnlyMemory<byte>> bytes)
    {
        if (sources.Length == 1)
            return bytes(sources[0]);
        var joined = new MemoryStream();
        foreach (TensorData source in sources)
            joined.Write(bytes(source).Span);
        return joined.ToArray();
    }

    private static byte[] PickBytes(ReadOnlyMemory<byte> source, int size, int[] positions)
    {
        var picked = new byte[checked(positions.Length * size)];
        ReadOnlySpan<byte> from = source.Span;
        for (int i = 0; i < positions.Length; i++)
            from.Slice(positions[i] * size, size).CopyTo(picked.AsSpan(i * size));
        return picked;
    }

    private static TensorData PickStrings(ReadOnlySpan<TensorData> sources, ReadOnlySpan<long> dims, int[] positions)
    {
        var all = new List<ReadOnlyMemory<byte>>();
        foreach (TensorData source in sources)
            all.AddRange(((StringTensorData)source).Values);
        return TensorData.FromStrings(dims, [.. positions.Select(position => all[position])]);
    }
}
