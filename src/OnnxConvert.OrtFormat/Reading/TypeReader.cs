using OnnxConvert.Ir;
using Fbs = OnnxConvert.OrtFormat.Schema;

namespace OnnxConvert.OrtFormat.Reading;

internal static class TypeReader
{
    /// <summary>The type; null where the file says none.</summary>
    public static OnnxType? Read(Fbs.TypeInfo? info)
    {
        if (info is not { } type)
            return null;
        return type.ValueType switch
        {
            Fbs.TypeInfoValue.tensor_type when type.Value<Fbs.TensorTypeAndShape>() is { } t => new TensorType(Element((int)t.ElemType), ReadShape(t.Shape)),
            Fbs.TypeInfoValue.sequence_type when type.Value<Fbs.SequenceType>() is { } t => new SequenceType(Read(t.ElemType)),
            Fbs.TypeInfoValue.map_type when type.Value<Fbs.MapType>() is { } t => new MapType(Element((int)t.KeyType), Read(t.ValueType)),
            _ => null,
        };
    }

    public static ElementType Element(int number) => number is >= 0 and <= (int)ElementType.Int2
        ? (ElementType)number
        : throw new InvalidModelException($"There is no element type with the number {number}.");

    private static Shape? ReadShape(Fbs.Shape? shape)
    {
        if (shape is not { } s)
            return null;
        var dimensions = new Dimension[s.DimLength];
        for (int i = 0; i < dimensions.Length; i++)
            dimensions[i] = ReadDimension(s.Dim(i)?.Value);
        return new Shape(dimensions);
    }

    // ONNX Runtime takes a negative size for an unknown one.
    private static Dimension ReadDimension(Fbs.DimensionValue? value) => value switch
    {
        { DimType: Fbs.DimensionValueType.VALUE, DimValue: >= 0 and < long.MaxValue } v => new Dimension(v.DimValue),
        { DimType: Fbs.DimensionValueType.PARAM, DimParam: { Length: > 0 } symbol } => new Dimension(symbol),
        _ => Dimension.Unknown,
    };
}
