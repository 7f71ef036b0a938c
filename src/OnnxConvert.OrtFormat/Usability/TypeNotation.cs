using OnnxConvert.Ir;

namespace OnnxConvert.OrtFormat;

/// <summary>Types as operator definitions write them.</summary>
internal static class TypeNotation
{
    /// <summary>Such as <c>tensor(float)</c> or <c>seq(tensor(int64))</c>; null where something is not known.</summary>
    public static string? Of(OnnxType? type) => type switch
    {
        TensorType { ElementType: not ElementType.Undefined } tensor => $"tensor({tensor.ElementType.OnnxName()})",
        SequenceType sequence when Of(sequence.Item) is { } item => $"seq({item})",
        OptionalType optional when Of(optional.Item) is { } item => $"optional({item})",
        MapType { Key: not ElementType.Undefined, Value: TensorType { ElementType: not ElementType.Undefined } value } map => $"map({map.Key.OnnxName()},{value.ElementType.OnnxName()})",
        _ => null,
    };
}
