using System.Buffers;
using System.Buffers.Binary;

namespace OnnxConvert.Files.FlatBuffers;

/// <summary>
/// Checks that every table, vtable, vector and string that the schema reaches lies within the file, before anything else
/// reads it: the generated accessors trust what they are given.
/// </summary>
/// <remarks>
/// Depth is bounded by a constant, since schemas may be recursive; and tables may be shared, and n tables that share one
/// vector of m tables are n*m tables to whoever reads them. The work is therefore counted, every reference anew, against what
/// a file of this size can hold without sharing: a table takes at least 8 bytes (its own offset and the one that leads to it).
/// </remarks>
public ref struct FlatBufferVerifier
{
    private const int MaxDepth = 64;

    private const int Slack = 64 * 1024;

    private readonly ReadOnlySpan<byte> _file;
    private readonly FlatBufferLayout _layout;
    private readonly VerifierPath _path;
    private long _tablesLeft;
    private long _bytesLeft;

    private FlatBufferVerifier(FlatBufferLayout layout, ReadOnlySpan<byte> file)
    {
        _layout = layout;
        _path = new VerifierPath(layout, MaxDepth);
        _file = file;
        _tablesLeft = ((long)file.Length / 8 * layout.MaxTableSharing) + 64;
        _bytesLeft = ((long)file.Length * layout.MaxSharing) + Slack;
    }

    /// <summary>Verifies a file, and opens it.</summary>
    /// <param name="layout">The schema.</param>
    /// <param name="file">The FlatBuffer, from its first byte; it may be followed by other data.</param>
    /// <returns>What generated accessors read, where it lies.</returns>
    /// <exception cref="InvalidModelException">The structure is broken; the message has the table and the byte.</exception>
    public static FlatBuffer Open(FlatBufferLayout layout, ReadOnlyMemory<byte> file)
    {
        using MemoryHandle pin = file.Pin();
        Verify(layout, file.Span);
        return new FlatBuffer(file);
    }

    /// <summary>Verifies a file.</summary>
    /// <param name="layout">The schema.</param>
    /// <param name="file">The FlatBuffer, from its first byte; it may be followed by other data.</param>
    /// <exception cref="InvalidModelException">The structure is broken; the message has the table and the byte.</exception>
    public static void Verify(FlatBufferLayout layout, ReadOnlySpan<byte> file)
    {
        var verifier = new FlatBufferVerifier(layout, file);
        verifier.Touch(0, 8, "the header");
        verifier.Table(layout.Root, verifier.Follow(0));
    }

    private void Table(int table, int position)
    {
        if (--_tablesLeft < 0)
            throw Broken(position, "the same tables are referred to so often that they are more than a file of this size can hold");

        _path.Push(table);
        Touch(position, 4, "the table");
        long vtablePosition = position - (long)Int32(position);
        int vtable = Place(vtablePosition, 4, "the vtable");
        int vtableSize = UInt16(vtable);
        // The runtime reads sizes and field offsets as signed 16-bit numbers.
        if (vtableSize < 4 || vtableSize > short.MaxValue || vtableSize % 2 != 0)
            throw Broken(vtable, $"the vtable has a size of {vtableSize} bytes");

        Touch(vtable, vtableSize, "the vtable");
        int count = Math.Min(_layout.FieldCount(table), (vtableSize - 4) / 2);
        for (int id = 0; id < count; id++)
        {
            int offset = UInt16(vtable + 4 + (2 * id));
            if (offset == 0)
                continue;

            _path.Field(id);
            if (offset > short.MaxValue)
                throw Broken(vtable, $"the field's offset in its table is {offset}");
            Field(table, id, position, vtable, position + (long)offset);
        }

        _path.Pop();
    }

    private void Field(int table, int id, int tablePosition, int vtable, long field)
    {
        var (kind, argument) = _layout.Field(table, id);
        int at = Place(field, kind == FieldKind.Scalar ? argument : 4, "the field");
        switch (kind)
        {
            case FieldKind.String:
                Vector(Follow(at), 1, counted: true);
                break;
            case FieldKind.ScalarVector:
                Vector(Follow(at), argument, counted: true);
                break;
            case FieldKind.Payload:
                Vector(Follow(at), argument, counted: false);
                break;
            case FieldKind.StringVector:
                Strings(Follow(at));
                break;
            case FieldKind.Table:
                Table(argument, Follow(at));
                break;
            case FieldKind.TableVector:
                Tables(argument, Follow(at));
                break;
            case FieldKind.Union:
                // The type is the field before it; it is walked earlier, so its place is known to be good.
                int typeOffset = UInt16(vtable + 4 + (2 * (id - 1)));
                int member = typeOffset == 0 ? -1 : _layout.UnionTable(argument, _file[tablePosition + typeOffset]);
                if (member >= 0)
                    Table(member, Follow(at));
                break;
        }
    }

    private void Tables(int table, int vector)
    {
        int count = Vector(vector, 4, counted: true);
        for (int i = 0; i < count; i++)
        {
            _path.Element(i);
            Table(table, Follow(vector + 4 + (4 * i)));
        }
    }

    private void Strings(int vector)
    {
        int count = Vector(vector, 4, counted: true);
        for (int i = 0; i < count; i++)
        {
            _path.Element(i);
            Vector(Follow(vector + 4 + (4 * i)), 1, counted: true);
        }
    }

    private int Vector(int position, int elementSize, bool counted)
    {
        Touch(position, 4, "the vector's length");
        uint count = BinaryPrimitives.ReadUInt32LittleEndian(_file[position..]);
        long bytes = (long)count * elementSize;
        if (bytes > _file.Length - position - 4)
            throw Broken(position, $"a vector of {count} elements of {elementSize} bytes reaches beyond the end of the file, which has {_file.Length} bytes");
        if (!counted)
            return (int)count;

        _bytesLeft -= bytes;
        if (_bytesLeft < 0)
            throw Broken(position, "the same vectors are referred to so often that they are more than a file of this size can hold");
        Touch(position + 4, (int)bytes, "the vector");
        return (int)count;
    }

    private readonly int Follow(int position)
    {
        uint offset = BinaryPrimitives.ReadUInt32LittleEndian(_file[position..]);
        long target = position + (long)offset;
        if (offset == 0 || target > _file.Length - 4)
            throw Broken(position, $"the offset {offset} leads out of the file, which has {_file.Length} bytes");
        return (int)target;
    }

    private readonly int Place(long position, int length, string what)
    {
        if (position < 0 || position > _file.Length - length)
            throw Broken(position, $"{what} lies outside the file, which has {_file.Length} bytes");
        Touch((int)position, length, what);
        return (int)position;
    }

    private readonly void Touch(int position, int length, string what)
    {
        if (length > _file.Length - position)
            throw Broken(position, $"{what} reaches beyond the end of the file, which has {_file.Length} bytes");
    }

    private readonly int Int32(int position) => BinaryPrimitives.ReadInt32LittleEndian(_file[position..]);

    private readonly int UInt16(int position) => BinaryPrimitives.ReadUInt16LittleEndian(_file[position..]);

    private readonly InvalidModelException Broken(long position, string what) =>
        new($"The FlatBuffer is broken at byte {position}, {_path}: {what}.");
}
