using System.Text;
using Google.Protobuf;
using OnnxConvert.Ir;
using OnnxConvert.TfLite.Reading;

namespace OnnxConvert.TfLite.Tests.Reading;

internal sealed class NodeDefReaderTests
{
    [Test]
    public void Each_kind_of_attribute_is_read()
    {
        NodeAttributes attributes = Read(
            ("axis", Field(3, -1)),
            ("epsilon", [(4 << 3) | 5, .. BitConverter.GetBytes(0.5f)]),
            ("keep", Field(5, 1)),
            ("padding", Bytes(2, "SAME"u8)),
            ("T", Field(6, 9)),
            ("shape", Bytes(7, [.. Bytes(2, Field(1, 3)), .. Bytes(2, Field(1, -1))])),
            ("strides", Bytes(1, Bytes(3, [1, 2, 2, 1]))),
            ("value", Bytes(8, [.. Field(1, 3), .. Bytes(2, Bytes(2, Field(1, 3))), .. Bytes(7, [4, 5])])),
            ("_class", Bytes(2, "ours"u8)),
            ("body", Bytes(10, Bytes(1, "function"u8))));

        Assert.That(attributes.Int("axis"), Is.EqualTo(-1));
        Assert.That(attributes.Float("epsilon"), Is.EqualTo(0.5f));
        Assert.That(attributes.Int("keep"), Is.EqualTo(1));
        Assert.That(attributes.String("padding"), Is.EqualTo("SAME"));
        Assert.That(attributes.Int("T"), Is.EqualTo((long)ElementType.Int64));
        Assert.That(attributes.Ints("shape"), Is.EqualTo(new long[] { 3, -1 }));
        Assert.That(attributes.Ints("strides"), Is.EqualTo(new long[] { 1, 2, 2, 1 }));
        Assert.That(attributes.Find("value")!.Tensor.AsSpan<int>().ToArray(), Is.EqualTo(new[] { 4, 5, 5 }), "the last value stands for those left out");
        Assert.That(attributes, Has.Count.EqualTo(8));
    }

    [Test]
    public void A_broken_NodeDef_is_an_invalid_model([Values(new byte[] { 0x2A, 9, 1 }, new byte[] { 0x2A, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F }, new byte[] { 7 })] byte[] nodeDef) =>
        Assert.That(() => NodeDefReader.TryRead("FlexRoll", Options("Roll", nodeDef), Attributes()), Throws.TypeOf<InvalidModelException>());

    [Test]
    public void A_tensor_that_is_larger_than_its_contents_may_tell_is_an_invalid_model()
    {
        byte[] tensor = Bytes(8, [.. Field(1, 3), .. Bytes(2, Bytes(2, Field(1, 1 << 30))), .. Bytes(7, [4])]);
        Assert.That(() => Read(("value", tensor)), Throws.TypeOf<InvalidModelException>());
    }

    [TestCase("FlexRoll", "Cumsum")]
    [TestCase("Roll", "Roll")]
    public void Other_options_are_left_alone(string customCode, string name) =>
        Assert.That(NodeDefReader.TryRead(customCode, Options(name, []), Attributes()), Is.False);

    private static NodeAttributes Read(params (string Name, byte[] Value)[] entries)
    {
        byte[] nodeDef = [.. Bytes(1, "node"u8), .. entries.SelectMany(entry => Bytes(5, [.. Bytes(1, Encoding.UTF8.GetBytes(entry.Name)), .. Bytes(2, entry.Value)]))];
        NodeAttributes attributes = Attributes();
        Assert.That(NodeDefReader.TryRead("FlexRoll", Options("Roll", nodeDef), attributes), Is.True);
        return attributes;
    }

    private static NodeAttributes Attributes() => new Graph("g").AddNode("FlexRoll", []).Attributes;

    private static byte[] Field(int number, long value)
    {
        using var stream = new MemoryStream();
        using (var output = new CodedOutputStream(stream))
        {
            output.WriteTag(number, WireFormat.WireType.Varint);
            output.WriteInt64(value);
        }

        return stream.ToArray();
    }

    private static byte[] Bytes(int number, ReadOnlySpan<byte> value)
    {
        using var stream = new MemoryStream();
        using (var output = new CodedOutputStream(stream))
        {
            output.WriteTag(number, WireFormat.WireType.LengthDelimited);
            output.WriteBytes(ByteString.CopyFrom(value));
        }

        return stream.ToArray();
    }

    /// <summary>A FlexBuffer vector of two strings, with widths of four bytes throughout.</summary>
    private static byte[] Options(string name, byte[] nodeDef)
    {
        const byte String = (5 << 2) | 2;
        const byte Vector = (10 << 2) | 2;
        var bytes = new List<byte>();
        int first = Text(Encoding.UTF8.GetBytes(name));
        int second = Text(nodeDef);
        bytes.AddRange(BitConverter.GetBytes(2));
        int vector = bytes.Count;
        bytes.AddRange(BitConverter.GetBytes(bytes.Count - first));
        bytes.AddRange(BitConverter.GetBytes(bytes.Count - second));
        bytes.AddRange([String, String]);
        bytes.AddRange(BitConverter.GetBytes(bytes.Count - vector));
        return [.. bytes, Vector, 4];

        int Text(byte[] text)
        {
            bytes.AddRange(BitConverter.GetBytes(text.Length));
            int start = bytes.Count;
            bytes.AddRange([.. text, 0]);
            return start;
        }
    }
}
