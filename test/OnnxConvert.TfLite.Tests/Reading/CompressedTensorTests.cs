using Google.FlatBuffers;
using OnnxConvert.TfLite.CompressionSchema;
using OnnxConvert.TfLite.Schema;
using TensorData = OnnxConvert.Ir.TensorData;

namespace OnnxConvert.TfLite.Tests.Reading;

/// <summary>Constants that TFLite Micro compressed to indices into tables.</summary>
public class CompressedTensorTests
{
    // 2, 0, 1, 3 in two bits each, then 1, 0 and nothing.
    private static readonly byte[] Indices = [0b10_00_01_11, 0b01_00_00_00];

    [Test]
    public void Indices_are_looked_up_in_one_table() => Assert.That(
        Read([6], [10, 20, 30, 40]).AsSpan<sbyte>().ToArray(),
        Is.EqualTo(new sbyte[] { 30, 10, 20, 40, 20, 10 }));

    [TestCase(0, 2, 30, 10, 20, 80, 60, 50)]
    [TestCase(1, 3, 30, 50, 100, 40, 60, 90)]
    public void Channels_have_a_table_each(int axis, int channels, params int[] expected) => Assert.That(
        Read([2, 3], [.. Enumerable.Range(1, 4 * channels).Select(i => (byte)(10 * i))], axis).AsSpan<sbyte>().ToArray().Select(value => (int)value),
        Is.EqualTo(expected));

    [TestCase(9, 4, 2, "bits each")]
    [TestCase(6, 3, 2, "index 3 into a table of 3 values")]
    [TestCase(6, 4, 8, "compressed to 8 bits")]
    [TestCase(6, 4, 0, "compressed to 0 bits")]
    public void What_does_not_fit_is_noticed(int count, int values, byte bits, string message)
    {
        byte[] table = [.. Enumerable.Range(0, values).Select(i => (byte)i)];
        Assert.That(() => Read([count], table, bits: bits), Throws.TypeOf<InvalidModelException>().With.Message.Contain(message));
    }

    private static TensorData Read(int[] shape, byte[] table, int? axis = null, byte bits = 2)
    {
        var writer = new ModelWriter();
        uint values = writer.Buffer(table);
        Offset<QuantizationParameters> quantization = axis is { } channels
            ? writer.Quantization([.. Enumerable.Repeat(1f, shape[channels])], [.. new long[shape[channels]]], channels)
            : default;
        int x = writer.Tensor("x", shape, TensorType.INT8), w = writer.Tensor("w", shape, TensorType.INT8, writer.Buffer(Indices), quantization), y = writer.Tensor("y", shape, TensorType.INT8);
        writer.Add(x, w, y);
        writer.Subgraph([x], [y]);
        writer.Metadata("COMPRESSION_METADATA", writer.Buffer(Block(w, values, bits)));
        return TfLiteReader.Read(writer.Write()).Subgraphs[0].Initializers.Single().Initializer!;
    }

    private static byte[] Block(int tensor, uint values, byte bits)
    {
        var builder = new FlatBufferBuilder(64);
        var entry = LutTensor.CreateLutTensor(builder, tensor, values, bits);
        var subgraph = CompressedSubgraph.CreateCompressedSubgraph(builder, CompressedSubgraph.CreateLutTensorsVector(builder, [entry]));
        builder.Finish(Compression.CreateCompression(builder, 1, Compression.CreateSubgraphsVector(builder, [subgraph])).Value);
        return builder.SizedByteArray();
    }
}
