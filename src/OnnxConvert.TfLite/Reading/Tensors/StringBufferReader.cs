using System.Buffers.Binary;
using System.Collections.Immutable;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Reading;

/// <summary>
/// The contents of a constant tensor of strings: a count, count + 1 offsets from the start of the buffer, then the bytes.
/// </summary>
internal static class StringBufferReader
{
    /// <exception cref="InvalidModelException">The offsets do not fit, or there are not as many strings as elements.</exception>
    public static TensorData Read(ReadOnlyMemory<byte> buffer, ReadOnlySpan<long> dims, string place)
    {
        long elements = 1;
        foreach (long dim in dims)
            elements *= dim;
        int count = buffer.Length < 4 ? 0 : BinaryPrimitives.ReadInt32LittleEndian(buffer.Span);
        if (count != elements)
            throw new InvalidModelException($"{place} holds {count} strings; its shape [{string.Join(',', dims.ToArray())}] has {elements} elements.");
        if (count == 0)
            return TensorData.FromStrings(dims, []);

        long start = 4 * (count + 2L);
        if (start > buffer.Length)
            throw new InvalidModelException($"{place} holds {count} strings, whose offsets alone take {start} bytes; its buffer has {buffer.Length}.");

        var strings = ImmutableArray.CreateBuilder<ReadOnlyMemory<byte>>(count);
        for (int i = 0; i < count; i++)
        {
            int from = Offset(buffer.Span, i);
            int to = Offset(buffer.Span, i + 1);
            if (from < start || to < from || to > buffer.Length)
                throw new InvalidModelException($"{place}: string {i} reaches from byte {from} to {to} of a buffer of {buffer.Length} bytes whose strings start at {start}.");
            strings.Add(buffer[from..to]);
        }

        return TensorData.FromStrings(dims, strings.MoveToImmutable());
    }

    private static int Offset(ReadOnlySpan<byte> buffer, int index) => BinaryPrimitives.ReadInt32LittleEndian(buffer[(4 + (4 * index))..]);
}
