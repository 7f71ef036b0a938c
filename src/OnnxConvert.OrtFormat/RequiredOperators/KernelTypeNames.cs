using OnnxConvert.Ir;

namespace OnnxConvert.OrtFormat;

/// <summary>The names that configurations have for types: those of ONNX Runtime's C++ code.</summary>
public static class KernelTypeNames
{
    private static readonly Dictionary<ElementType, string> Names = new()
    {
        [ElementType.Float] = "float",
        [ElementType.UInt8] = "uint8_t",
        [ElementType.Int8] = "int8_t",
        [ElementType.UInt16] = "uint16_t",
        [ElementType.Int16] = "int16_t",
        [ElementType.Int32] = "int32_t",
        [ElementType.Int64] = "int64_t",
        [ElementType.String] = "std::string",
        [ElementType.Bool] = "bool",
        [ElementType.Float16] = "MLFloat16",
        [ElementType.Double] = "double",
        [ElementType.UInt32] = "uint32_t",
        [ElementType.UInt64] = "uint64_t",
        [ElementType.Complex64] = "std::complex<float>",
        [ElementType.Complex128] = "std::complex<double>",
        [ElementType.BFloat16] = "BFloat16",
        [ElementType.Float8E4M3FN] = "Float8E4M3FN",
        [ElementType.Float8E4M3FNUZ] = "Float8E4M3FNUZ",
        [ElementType.Float8E5M2] = "Float8E5M2",
        [ElementType.Float8E5M2FNUZ] = "Float8E5M2FNUZ",
        [ElementType.UInt4] = "UInt4x2",
        [ElementType.Int4] = "Int4x2",
        [ElementType.Float4E2M1] = "Float4E2M1x2",
        [ElementType.Float8E8M0] = "Float8E8M0",
        [ElementType.UInt2] = "UInt2x4",
        [ElementType.Int2] = "Int2x4",
    };

    private static readonly Dictionary<string, ElementType> Types = Names.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    /// <summary>The name of an element type, such as <c>int8_t</c> or <c>MLFloat16</c>.</summary>
    /// <exception cref="ArgumentException">It is <see cref="ElementType.Undefined"/>.</exception>
    public static string Of(ElementType type) =>
        Names.TryGetValue(type, out string? name) ? name : throw new ArgumentException($"{type} is no type of elements.", nameof(type));

    /// <summary>
    /// The name of a value's type: of a tensor, sequence or optional value that of the elements, since kernels tell no more
    /// apart; of a map such as <c>std::map&lt;int64_t,float&gt;</c>. Null where nothing is known.
    /// </summary>
    public static string? Of(OnnxType? type) => type switch
    {
        TensorType { ElementType: not ElementType.Undefined } tensor => Of(tensor.ElementType),
        SparseTensorType { ElementType: not ElementType.Undefined } tensor => Of(tensor.ElementType),
        SequenceType sequence => Of(sequence.Item),
        OptionalType optional => Of(optional.Item),
        MapType { Key: not ElementType.Undefined } map when Of(map.Value) is { } value => $"std::map<{Of(map.Key)},{value}>",
        _ => null,
    };

    /// <summary>The element type of that name, or null: a map, or no type at all.</summary>
    public static ElementType? Find(string name) => Types.TryGetValue(name, out ElementType type) ? type : null;
}
