namespace OnnxConvert.Files.FlatBuffers;

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
    /// <summary>A vector of bytes that is large and is read through a view of the file.</summary>
    Payload,
    StringVector,
}
