using System.Buffers.Binary;
using Google.Protobuf;

namespace OnnxConvert.Testing.Data;

/// <summary>Reads an ONNX TensorProto as far as recorded inputs and outputs use it.</summary>
/// <remarks>
/// Deliberately not Core's reader: data that judge a conversion do not pass through the code being judged.
/// Field numbers: dims 1, data_type 2, float_data 4, int32_data 5, string_data 6, int64_data 7, name 8, raw_data 9, double_data 10, uint64_data 11.
/// </remarks>
public static class TensorProtoReader
{
    public static Tensor Read(byte[] proto) => Read(proto, out _);

    public static Tensor Read(byte[] proto, out string name)
    {
        var input = new CodedInputStream(proto);
        var dims = new List<long>();
        var strings = new List<string>();
        var numbers = new List<ulong>();
        byte[] raw = [];
        var type = TensorElementType.DataTypeMax;
        name = "";
        while (input.ReadTag() is var tag and not 0)
        {
            switch (WireFormat.GetTagFieldNumber(tag))
            {
                case 1: ReadAll(input, tag, packed => dims.Add(packed.ReadInt64())); break;
                case 2: type = (TensorElementType)input.ReadInt32(); break;
                case 6: strings.Add(input.ReadBytes().ToStringUtf8()); break;
                case 8: name = input.ReadString(); break;
                case 9: raw = input.ReadBytes().ToByteArray(); break;
                case 4: ReadAll(input, tag, packed => numbers.Add(BitConverter.SingleToUInt32Bits(packed.ReadFloat()))); break;
                case 5 or 7 or 11: ReadAll(input, tag, packed => numbers.Add(packed.ReadUInt64())); break;
                case 10: ReadAll(input, tag, packed => numbers.Add(BitConverter.DoubleToUInt64Bits(packed.ReadDouble()))); break;
                default: input.SkipLastField(); break;
            }
        }
        return type == TensorElementType.String
            ? Tensor.OfStrings([.. dims], [.. strings])
            : new Tensor(type, [.. dims], numbers.Count > 0 ? Bytes(numbers, Width(type)) : raw);
    }

    /// <summary>Repeated numbers come packed into one field, or as a field each.</summary>
    private static void ReadAll(CodedInputStream input, uint tag, Action<CodedInputStream> read)
    {
        if (WireFormat.GetTagWireType(tag) != WireFormat.WireType.LengthDelimited)
        {
            read(input);
            return;
        }
        var packed = new CodedInputStream(input.ReadBytes().ToByteArray());
        while (!packed.IsAtEnd)
            read(packed);
    }

    /// <summary>Bytes of a number; of the types that are not known here, all have a byte or share one.</summary>
    private static int Width(TensorElementType type) => TensorElements.IsKnown(type) ? TensorElements.SizeOf(TensorElements.RealPartOf(type)) : 1;

    /// <summary>The low bytes of each number: typed fields are as wide as the element, or wider.</summary>
    private static byte[] Bytes(List<ulong> numbers, int width)
    {
        var bytes = new byte[numbers.Count * width];
        Span<byte> whole = stackalloc byte[sizeof(ulong)];
        for (int i = 0; i < numbers.Count; i++)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(whole, numbers[i]);
            whole[..width].CopyTo(bytes.AsSpan(i * width));
        }
        return bytes;
    }
}
