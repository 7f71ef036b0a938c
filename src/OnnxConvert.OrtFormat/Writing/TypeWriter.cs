using Google.FlatBuffers;
using OnnxConvert.Ir;
using Fbs = OnnxConvert.OrtFormat.Schema;

namespace OnnxConvert.OrtFormat.Writing;

internal static class TypeWriter
{
    /// <param name="writer">The buffer.</param>
    /// <param name="type">The type.</param>
    /// <param name="owner">The value that has it, for messages.</param>
    /// <exception cref="UnsupportedModelException">The format has no such type.</exception>
    public static Offset<Fbs.TypeInfo> Write(FlatWriter writer, OnnxType? type, string owner) =>
        type is null ? WriteNew(writer, type, owner) : writer.Type(type, () => WriteNew(writer, type, owner));

    private static Offset<Fbs.TypeInfo> WriteNew(FlatWriter writer, OnnxType? type, string owner)
    {
        (Fbs.TypeInfoValue kind, int value) = type switch
        {
            TensorType t when t.ElementType != ElementType.Undefined => (Fbs.TypeInfoValue.tensor_type, Tensor(writer, t).Value),
            SequenceType t => (Fbs.TypeInfoValue.sequence_type, Fbs.SequenceType.CreateSequenceType(writer.Builder, Write(writer, t.Item, owner)).Value),
            MapType t => (Fbs.TypeInfoValue.map_type, Fbs.MapType.CreateMapType(writer.Builder, (Fbs.TensorDataType)(int)t.Key, Write(writer, t.Value, owner)).Value),
            null or TensorType => throw new UnsupportedModelException($"The type of value '{owner}' is not known, and the ORT format needs the types of all values; state it in the ONNX model (value_info)."),
            _ => throw new UnsupportedModelException($"Value '{owner}' is of type {Describe(type)}; the ORT format has tensors, sequences and maps only. Run the model as ONNX."),
        };
        StringOffset denotation = writer.Name("");
        return Fbs.TypeInfo.CreateTypeInfo(writer.Builder, denotation, kind, value);
    }

    private static string Describe(OnnxType type) => type switch
    {
        OptionalType => "optional",
        SparseTensorType => "sparse tensor",
        _ => type.ToString() ?? "",
    };

    private static Offset<Fbs.TensorTypeAndShape> Tensor(FlatWriter writer, TensorType type)
    {
        Offset<Fbs.Shape> shape = default;
        if (type.Shape is not null)
        {
            VectorOffset dims = Fbs.Shape.CreateDimVector(writer.Builder, [.. type.Shape.Select(d => Write(writer, d))]);
            shape = Fbs.Shape.CreateShape(writer.Builder, dims);
        }

        return Fbs.TensorTypeAndShape.CreateTensorTypeAndShape(writer.Builder, (Fbs.TensorDataType)(int)type.ElementType, shape);
    }

    private static Offset<Fbs.Dimension> Write(FlatWriter writer, Dimension dimension)
    {
        StringOffset symbol = dimension.Symbol is { } name ? writer.Name(name) : default;
        Offset<Fbs.DimensionValue> value = dimension switch
        {
            { Size: { } size } => Fbs.DimensionValue.CreateDimensionValue(writer.Builder, Fbs.DimensionValueType.VALUE, size),
            { Symbol: not null } => Fbs.DimensionValue.CreateDimensionValue(writer.Builder, Fbs.DimensionValueType.PARAM, 0, symbol),
            _ => Fbs.DimensionValue.CreateDimensionValue(writer.Builder, Fbs.DimensionValueType.UNKNOWN),
        };
        StringOffset denotation = writer.Name("");
        return Fbs.Dimension.CreateDimension(writer.Builder, value, denotation);
    }
}
