using Google.Protobuf;

namespace OnnxConvert.TfLite.Reading;

/// <summary>Goes through the fields of a protocol buffer message.</summary>
internal static class ProtoMessage
{
    /// <summary>Reads one field's value from the stream.</summary>
    /// <param name="number">The number of the field.</param>
    /// <param name="isPacked">Whether bytes follow, which in a list of numbers hold all of them.</param>
    /// <param name="input">The stream, behind the field's tag.</param>
    /// <returns>False when the field is of no interest; it is skipped then.</returns>
    public delegate bool FieldReader(int number, bool isPacked, CodedInputStream input);

    /// <exception cref="InvalidProtocolBufferException">The bytes are no message.</exception>
    public static void Read(ByteString bytes, FieldReader read)
    {
        CodedInputStream input = bytes.CreateCodedInput();
        for (uint tag = input.ReadTag(); tag != 0; tag = input.ReadTag())
        {
            bool isPacked = WireFormat.GetTagWireType(tag) == WireFormat.WireType.LengthDelimited;
            if (!read(WireFormat.GetTagFieldNumber(tag), isPacked, input))
                input.SkipLastField();
        }
    }

    /// <summary>Reads one number, or all those that are packed together.</summary>
    public static void ReadNumbers<T>(CodedInputStream input, bool isPacked, List<T> to, Func<CodedInputStream, T> read)
    {
        if (!isPacked)
        {
            to.Add(read(input));
            return;
        }

        CodedInputStream packed = input.ReadBytes().CreateCodedInput();
        while (!packed.IsAtEnd)
            to.Add(read(packed));
    }
}
