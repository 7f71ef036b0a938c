using System.Buffers.Binary;
using OnnxConvert.Ir;

namespace OnnxConvert.OrtFormat.Writing;

/// <summary>Where everything stands in a file: the FlatBuffer's structure first, then the bytes of each tensor, aligned for mapping.</summary>
internal sealed class FileLayout
{
    // Vector instructions and memory mappings want the large ones on whole cache lines; small ones only for their elements.
    private const int LargeAlignment = 64;
    private const int SmallAlignment = 8;
    private const int LargeLength = 1024;

    private readonly ArraySegment<byte> _structure;
    private readonly List<(long Position, TensorData Data)> _tensors = [];

    public FileLayout(FlatWriter writer)
    {
        _structure = writer.Structure;
        Length = _structure.Count;
        var places = new Dictionary<TensorData, long>(ReferenceEqualityComparer.Instance);
        foreach ((int slotFromEnd, TensorData data) in writer.Payloads)
        {
            if (!places.TryGetValue(data, out long position))
                places.Add(data, position = Place(data));
            int slot = _structure.Count - slotFromEnd;
            BinaryPrimitives.WriteUInt32LittleEndian(_structure.AsSpan(slot), (uint)Math.Min(position - 4 - slot, uint.MaxValue));
        }
    }

    /// <summary>The length of the file in bytes.</summary>
    public long Length { get; private set; }

    public void WriteTo(Stream stream)
    {
        Span<byte> gap = stackalloc byte[LargeAlignment + 4];
        gap.Clear();
        stream.Write(_structure);
        long position = _structure.Count;
        foreach ((long start, TensorData data) in _tensors)
        {
            // The vector's length stands right before its elements.
            Span<byte> before = gap[..(int)(start - position)];
            BinaryPrimitives.WriteInt32LittleEndian(before[^4..], (int)data.ByteLength);
            stream.Write(before);
            data.CopyTo(stream);
            position = start + data.ByteLength;
        }
    }

    private long Place(TensorData data)
    {
        int alignment = data.ByteLength >= LargeLength ? LargeAlignment : SmallAlignment;
        long position = (Length + 4 + alignment - 1) / alignment * alignment;
        _tensors.Add((position, data));
        Length = position + data.ByteLength;
        return position;
    }
}
