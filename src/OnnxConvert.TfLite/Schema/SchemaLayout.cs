namespace OnnxConvert.TfLite.Schema;

/// <summary>What a field holds. The values are those of the generated tables.</summary>
internal enum FieldKind : byte
{
    Unknown,
    Scalar,
    String,
    ScalarVector,
    Table,
    TableVector,
    Union,
}

internal static partial class SchemaLayout
{
    /// <summary>How many fields of the table the schema knows; later schemas may have more, which are passed over.</summary>
    public static int FieldCount(int table) => Starts[table + 1] - Starts[table];

    /// <summary>A field's kind, and its size in bytes (scalars and their vectors), its table or its union.</summary>
    public static (FieldKind Kind, int Argument) Field(int table, int id)
    {
        int at = 2 * (Starts[table] + id);
        return ((FieldKind)Fields[at], Fields[at + 1]);
    }

    /// <summary>The table that a union's type byte stands for, or -1 for none and for those that later schemas may add.</summary>
    public static int UnionTable(int union, byte type)
    {
        int count = UnionStarts[union + 1] - UnionStarts[union];
        return type == 0 || type >= count ? -1 : UnionMembers[UnionStarts[union] + type];
    }

    public static string TableName(int table) => Names.Split('\n')[table].Split(' ')[0];

    public static string FieldName(int table, int id) => Names.Split('\n')[table].Split(' ')[1 + id];
}
