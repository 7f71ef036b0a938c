namespace OnnxConvert.Files.FlatBuffers;

/// <summary>The tables of a FlatBuffers schema, as <see cref="FlatBufferVerifier"/> walks them. Derived classes are generated.</summary>
public abstract class FlatBufferLayout
{
    /// <summary>The index of the root table.</summary>
    public abstract int Root { get; }

    /// <summary>
    /// How often one byte of a file may be referred to as text or numbers, on average. Writers that share names need more.
    /// </summary>
    public virtual int MaxSharing => 4;

    /// <summary>How many times the tables that a file of its size can hold may be referred to.</summary>
    public virtual int MaxTableSharing => 1;

    /// <summary>Where a table's fields start in <see cref="Fields"/>, in fields; one more than there are tables.</summary>
    protected abstract ReadOnlySpan<ushort> Starts { get; }

    /// <summary>Two bytes per field, by id: its kind and what the kind needs to know (a size, a table or a union).</summary>
    protected abstract ReadOnlySpan<byte> Fields { get; }

    /// <summary>Where a union's members start in <see cref="UnionMembers"/>; one more than there are unions.</summary>
    protected abstract ReadOnlySpan<byte> UnionStarts { get; }

    /// <summary>The table that each value of a union's type field stands for.</summary>
    protected abstract ReadOnlySpan<byte> UnionMembers { get; }

    /// <summary>One line per table: its name, then its fields' names by id. Read only to word an error.</summary>
    protected abstract string Names { get; }

    /// <summary>How many fields of the table the schema knows; later schemas may have more, which are passed over.</summary>
    public int FieldCount(int table) => Starts[table + 1] - Starts[table];

    /// <summary>A field's kind, and its size in bytes (scalars and their vectors), its table or its union.</summary>
    public (FieldKind Kind, int Argument) Field(int table, int id)
    {
        int at = 2 * (Starts[table] + id);
        return ((FieldKind)Fields[at], Fields[at + 1]);
    }

    /// <summary>The table that a union's type byte stands for, or -1 for none and for those that later schemas may add.</summary>
    public int UnionTable(int union, byte type)
    {
        int count = UnionStarts[union + 1] - UnionStarts[union];
        return type == 0 || type >= count ? -1 : UnionMembers[UnionStarts[union] + type];
    }

    /// <summary>The name of a table.</summary>
    public string TableName(int table) => Names.Split('\n')[table].Split(' ')[0];

    /// <summary>The name of a field.</summary>
    public string FieldName(int table, int id) => Names.Split('\n')[table].Split(' ')[1 + id];
}
