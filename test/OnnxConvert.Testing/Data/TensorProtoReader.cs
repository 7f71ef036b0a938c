using Google.Protobuf;

namespace OnnxConvert.Testing.Data;

/// <summary>Reads an ONNX TensorProto as far as recorded inputs and outputs use it.</summary>
/// <remarks>
/// Deliberately not Core's reader: data that judge a conversion do not pass through the code being judged.
/// Field numbers: dims 1, data_type 2, float_data 4, int32_data 5, string_data 6, int64_data 7, name 8, raw_data 9.
/// </remarks>
public static class TensorProtoReader
{
    public static Tensor Read(byte[] proto) => Read(proto, out _);

    public static Tensor Read(byte[] proto, out string name)
    {
        var input = new CodedInputStream(proto);
        var dims = new List<long>();
        var strings = new List<string>();
        byte[] raw = [];
        var type = TensorElementType.DataTypeMax;
        name = "";
        while (input.ReadTag() is var tag and not 0)
        {
            switch (WireFormat.GetTagFieldNumber(tag))
            {
                case 1: ReadDims(input, tag, dims); break;
                case 2: type = (TensorElementType)input.ReadInt32(); break;
                case 6: strings.Add(input.ReadBytes().ToStringUtf8()); break;
                case 8: name = input.ReadString(); break;
                case 9: raw = input.ReadBytes().ToByteArray(); break;
                case 4 or 5 or 7: throw new InvalidDataException("Typed data fields are not used in the recorded tensors.");
                default: input.SkipLastField(); break;
            }
        }
        return type == TensorElementType.String
            ? Tensor.OfStrings([.. dims], [.. strings])
            : new Tensor(type, [.. dims], raw);
    }

    /// <summary>Repeated numbers come packed into one field, or as a field each.</summary>
    private static void ReadDims(CodedInputStream input, uint tag, List<long> dims)
    {
        if (WireFormat.GetTagWireType(tag) == WireFormat.WireType.Varint)
        {
            dims.Add(input.ReadInt64());
            return;
        }
        var packed = new CodedInputStream(input.ReadBytes().ToByteArray());
        while (!packed.IsAtEnd)
            dims.Add(packed.ReadInt64());
    }
}
