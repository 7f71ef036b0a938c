using OnnxConvert.Files.Proto;
using OnnxConvert.Ir;

namespace OnnxConvert.Files.Reading;

/// <summary>Reads types. Their nesting is bounded, since protobuf's own parser refuses messages over 100 deep.</summary>
internal static class TypeReader
{
    public static OnnxType? Read(TypeProto? type) => type?.ValueCase switch
    {
        TypeProto.ValueOneofCase.TensorType => new TensorType(Element(type.TensorType.ElemType), ReadShape(type.TensorType.Shape)),
        TypeProto.ValueOneofCase.SparseTensorType => new SparseTensorType(Element(type.SparseTensorType.ElemType), ReadShape(type.SparseTensorType.Shape)),
        TypeProto.ValueOneofCase.SequenceType => new SequenceType(Read(type.SequenceType.ElemType)),
        TypeProto.ValueOneofCase.OptionalType => new OptionalType(Read(type.OptionalType.ElemType)),
        TypeProto.ValueOneofCase.MapType => new MapType(Element(type.MapType.KeyType), Read(type.MapType.ValueType)),
        TypeProto.ValueOneofCase.OpaqueType => new OpaqueType(type.OpaqueType.Domain, type.OpaqueType.Name),
        _ => null,
    };

    public static ElementType Element(int number) => number is >= 0 and <= (int)ElementType.Int2
        ? (ElementType)number
        : throw new InvalidModelException($"{number} is no ONNX element type; they go from 0 to {(int)ElementType.Int2}.");

    /// <summary>Whether the type says more than <see cref="OnnxType"/> holds: denotations and bounds of string lengths.</summary>
    public static bool HasRemarks(TypeProto type) => type.HasDenotation || type.ValueCase switch
    {
        TypeProto.ValueOneofCase.TensorType => type.TensorType.HasMaxStringLength || HasRemarks(type.TensorType.Shape),
        TypeProto.ValueOneofCase.SparseTensorType => HasRemarks(type.SparseTensorType.Shape),
        TypeProto.ValueOneofCase.SequenceType => type.SequenceType.ElemType is { } item && HasRemarks(item),
        TypeProto.ValueOneofCase.OptionalType => type.OptionalType.ElemType is { } item && HasRemarks(item),
        TypeProto.ValueOneofCase.MapType => type.MapType.ValueType is { } value && HasRemarks(value),
        _ => false,
    };

    private static bool HasRemarks(TensorShapeProto? shape) => shape is not null && shape.Dim.Any(d => d.HasDenotation);

    private static Shape? ReadShape(TensorShapeProto? shape) => shape is null ? null : new Shape(shape.Dim.Select(ReadDimension));

    // Some exporters write -1 or an empty symbol for a size that is not known.
    private static Dimension ReadDimension(TensorShapeProto.Types.Dimension dim) => dim.ValueCase switch
    {
        TensorShapeProto.Types.Dimension.ValueOneofCase.DimValue when dim.DimValue is >= 0 and < long.MaxValue => dim.DimValue,
        TensorShapeProto.Types.Dimension.ValueOneofCase.DimParam when dim.DimParam.Length > 0 => dim.DimParam,
        _ => Dimension.Unknown,
    };
}
