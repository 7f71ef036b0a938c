namespace OnnxConvert.Files.FlatBuffers;

/// <summary>What a field holds. The values are those of the generated tables.</summary>
public enum FieldKind
{
    /// <summary>A field that the schema does not have, or that is passed over.</summary>
    Unknown = 0,
    /// <summary>A number in the table itself.</summary>
    Scalar = 1,
    /// <summary>A text.</summary>
    String = 2,
    /// <summary>A vector of numbers.</summary>
    ScalarVector = 3,
    /// <summary>A table.</summary>
    Table = 4,
    /// <summary>A vector of tables.</summary>
    TableVector = 5,
    /// <summary>One of several tables; the field before it says which.</summary>
    Union = 6,
    /// <summary>A vector of bytes that is large and is read through a view of the file.</summary>
    Payload = 7,
    /// <summary>A vector of texts.</summary>
    StringVector = 8,
}
