using Google.Protobuf;

namespace OnnxConvert.Conformance.Data;

internal sealed class TensorProtoReaderTests
{
    [TestCase(true)]
    [TestCase(false)]
    public void Reads_dimensions_packed_or_not(bool packed)
    {
        byte[] proto = Write(output =>
        {
            if (packed)
            {
                output.WriteTag(1, WireFormat.WireType.LengthDelimited);
                output.WriteBytes(ByteString.CopyFrom(2, 3));
            }
            else
            {
                output.WriteTag(1, WireFormat.WireType.Varint);
                output.WriteInt64(2);
                output.WriteTag(1, WireFormat.WireType.Varint);
                output.WriteInt64(3);
            }
            output.WriteTag(2, WireFormat.WireType.Varint);
            output.WriteInt32((int)TensorElementType.UInt8);
            output.WriteTag(8, WireFormat.WireType.LengthDelimited);
            output.WriteString("x");
            output.WriteTag(9, WireFormat.WireType.LengthDelimited);
            output.WriteBytes(ByteString.CopyFrom(1, 2, 3, 4, 5, 6));
        });

        var tensor = TensorProtoReader.Read(proto, out string name);

        Assert.That(name, Is.EqualTo("x"));
        Assert.That(tensor.ToString(), Is.EqualTo("uint8[2,3]"));
        Assert.That(tensor.Bytes, Is.EqualTo(new byte[] { 1, 2, 3, 4, 5, 6 }));
    }

    [Test]
    public void Reads_strings()
    {
        byte[] proto = Write(output =>
        {
            output.WriteTag(2, WireFormat.WireType.Varint);
            output.WriteInt32((int)TensorElementType.String);
            output.WriteTag(6, WireFormat.WireType.LengthDelimited);
            output.WriteString("naïve");
        });
        Assert.That(TensorProtoReader.Read(proto, out _).Strings, Is.EqualTo(new[] { "naïve" }));
    }

    private static byte[] Write(Action<CodedOutputStream> write)
    {
        using var stream = new MemoryStream();
        using (var output = new CodedOutputStream(stream, leaveOpen: true))
            write(output);
        return stream.ToArray();
    }
}
