using OnnxConvert.Ir;

namespace OnnxConvert.Checking;

/// <summary>Types in ONNX's notation, as the operator schemas have them.</summary>
internal static class TypeNames
{
    private static readonly string[] Tensors = [.. Enumerable.Range(0, (int)ElementType.Int2 + 1).Select(e => $"tensor({((ElementType)e).OnnxName()})")];

    /// <summary>The name of a type; null if it is not known completely.</summary>
    public static string? Of(OnnxType? type) => type switch
    {
        TensorType { ElementType: not ElementType.Undefined } tensor => Tensors[(int)tensor.ElementType],
        SparseTensorType sparse => $"sparse_tensor({sparse.ElementType.OnnxName()})",
        SequenceType sequence when Of(sequence.Item) is { } item => $"seq({item})",
        OptionalType optional when Of(optional.Item) is { } item => $"optional({item})",
        // The values of a map are single elements.
        MapType { Value: TensorType value } map => $"map({map.Key.OnnxName()},{value.ElementType.OnnxName()})",
        _ => null,
    };
}
