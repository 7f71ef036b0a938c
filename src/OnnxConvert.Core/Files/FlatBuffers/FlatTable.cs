using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace OnnxConvert.Files.FlatBuffers;

/// <summary>A table or struct of a <see cref="FlatBuffer"/>, as generated accessors read it. The names are those that flatc writes.</summary>
/// <param name="position">Where the table starts.</param>
/// <param name="buffer">The buffer.</param>
[SuppressMessage("Naming", "CA1707:Identifiers should not contain underscores", Justification = "Generated code has these names.")]
public readonly struct FlatTable(int position, FlatBuffer buffer)
{
    /// <summary>Where the table starts.</summary>
    public int bb_pos => position;

    /// <summary>The buffer.</summary>
    public FlatBuffer bb => buffer;

    /// <summary>Whether bytes 4 to 7 of a buffer are those of an identifier.</summary>
    public static bool __has_identifier(FlatBuffer buffer, string identifier) =>
        buffer.Length >= 8 && buffer.GetStringUTF8(4, 4) == identifier;

    /// <summary>Where a field stands in the table; 0 if it is left out.</summary>
    /// <param name="vtableOffset">The field's place in the table of offsets: 4 and twice its id.</param>
    public int __offset(int vtableOffset)
    {
        int vtable = position - buffer.GetInt(position);
        return vtableOffset < buffer.GetUshort(vtable) ? buffer.GetUshort(vtable + vtableOffset) : 0;
    }

    /// <summary>What the offset at a place leads to.</summary>
    public int __indirect(int offset) => offset + buffer.GetInt(offset);

    /// <summary>The text that the offset at a place leads to.</summary>
    public string __string(int offset)
    {
        int text = __indirect(offset);
        return buffer.GetStringUTF8(text + 4, buffer.GetInt(text));
    }

    /// <summary>The number of elements of the vector in a field.</summary>
    public int __vector_len(int offset) => buffer.GetInt(__indirect(position + offset));

    /// <summary>The first element of the vector in a field.</summary>
    public int __vector(int offset) => __indirect(position + offset) + 4;

    /// <summary>The place of a vector of bytes; null if it is left out.</summary>
    public FlatVector? __vector_as_arraysegment(int vtableOffset)
    {
        int field = __offset(vtableOffset);
        return field == 0 ? null : new FlatVector(__vector(field), __vector_len(field));
    }

    /// <summary>A copy of a vector of numbers; null if it is left out.</summary>
    public T[]? __vector_as_array<T>(int vtableOffset)
        where T : unmanaged
    {
        int field = __offset(vtableOffset);
        if (field == 0)
            return null;
        var elements = new T[__vector_len(field)];
        Span<byte> bytes = MemoryMarshal.AsBytes(elements.AsSpan());
        buffer.Bytes.Span.Slice(__vector(field), bytes.Length).CopyTo(bytes);
        return elements;
    }

    /// <summary>The table that a union in a field holds.</summary>
    public T __union<T>(int offset)
        where T : struct, IFlatTable
    {
        T table = default;
        table.__init(__indirect(offset), buffer);
        return table;
    }
}
