using Google.Protobuf;
using Google.Protobuf.Reflection;
using OnnxConvert.Files.Proto;
using OnnxConvert.Files.Reading;
using OnnxConvert.Ir;

namespace OnnxConvert.Core.Tests.Files;

/// <summary>Brings a message into a form in which models that mean the same are equal: raw tensors, no explicit defaults, value_info by name.</summary>
internal static class NormalForm
{
    public static void Apply(IMessage message)
    {
        if (message is TensorProto tensor)
            MakeRaw(tensor);
        if (message is OperatorSetIdProto { Domain: "ai.onnx" } import)
            import.ClearDomain();
        if (message is NodeProto { Domain: "ai.onnx" } node)
            node.ClearDomain();
        foreach (FieldDescriptor field in message.Descriptor.Fields.InFieldNumberOrder())
        {
            if (field.IsRepeated)
            {
                if (field.FieldType == FieldType.Message)
                    foreach (IMessage item in (System.Collections.IEnumerable)field.Accessor.GetValue(message)) Apply(item);
            }
            else if (field.FieldType == FieldType.Message)
            {
                if (field.Accessor.GetValue(message) is IMessage inner)
                    Apply(inner);
            }
            else if (field.RealContainingOneof is null && IsDefault(field.Accessor.GetValue(message)))
            {
                field.Accessor.Clear(message);
            }
        }

        if (message is GraphProto graph)
            SortValueInfo(graph.ValueInfo);
        if (message is FunctionProto function)
            SortValueInfo(function.ValueInfo);
    }

    private static void SortValueInfo(Google.Protobuf.Collections.RepeatedField<ValueInfoProto> infos)
    {
        ValueInfoProto[] sorted = [.. infos.OrderBy(i => i.Name, StringComparer.Ordinal)];
        infos.Clear();
        infos.AddRange(sorted);
    }

    private static bool IsDefault(object? value) => value switch
    {
        string text => text.Length == 0,
        ByteString bytes => bytes.Length == 0,
        int number => number == 0,
        long number => number == 0,
        float number => BitConverter.SingleToInt32Bits(number) == 0,
        Enum number => Convert.ToInt32(number, null) == 0,
        _ => false,
    };

    private static void MakeRaw(TensorProto tensor)
    {
        var type = (ElementType)tensor.DataType;
        if (type == ElementType.String || tensor.HasRawData)
            return;
        tensor.RawData = ByteString.CopyFrom(TypedFields.ToBytes(tensor, type).Span);
        tensor.FloatData.Clear();
        tensor.DoubleData.Clear();
        tensor.Int32Data.Clear();
        tensor.Int64Data.Clear();
        tensor.Uint64Data.Clear();
    }
}
