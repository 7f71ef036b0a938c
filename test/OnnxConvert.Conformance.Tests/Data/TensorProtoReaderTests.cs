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

    [TestCase(true)]
    [TestCase(false)]
    public void Reads_integers_of_a_typed_field(bool packed)
    {
        byte[] proto = Write(output =>
        {
            // The field may come before the type that says how wide its numbers are.
            if (packed)
            {
                output.WriteTag(5, WireFormat.WireType.LengthDelimited);
                output.WriteLength(11);
            }
            else
            {
                output.WriteTag(5, WireFormat.WireType.Varint);
            }
            output.WriteInt32(-2);
            if (!packed)
                output.WriteTag(5, WireFormat.WireType.Varint);
            output.WriteInt32(3);
            output.WriteTag(2, WireFormat.WireType.Varint);
            output.WriteInt32((int)TensorElementType.Int16);
        });
        Assert.That(TensorProtoReader.Read(proto).Values<short>(), Is.EqualTo(new short[] { -2, 3 }));
    }

    [Test]
    public void Reads_floats_and_doubles_of_a_typed_field()
    {
        byte[] floats = Write(output =>
        {
            output.WriteTag(2, WireFormat.WireType.Varint);
            output.WriteInt32((int)TensorElementType.Float);
            output.WriteTag(4, WireFormat.WireType.Fixed32);
            output.WriteFloat(1.5f);
        });
        byte[] doubles = Write(output =>
        {
            output.WriteTag(2, WireFormat.WireType.Varint);
            output.WriteInt32((int)TensorElementType.Double);
            output.WriteTag(10, WireFormat.WireType.Fixed64);
            output.WriteDouble(-0.25);
        });
        Assert.That(TensorProtoReader.Read(floats).Values<float>(), Is.EqualTo(new[] { 1.5f }));
        Assert.That(TensorProtoReader.Read(doubles).Values<double>(), Is.EqualTo(new[] { -0.25 }));
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
