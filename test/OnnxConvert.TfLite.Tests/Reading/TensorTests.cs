using System.Runtime.InteropServices;
using OnnxConvert.Ir;
using OnnxConvert.TfLite.Schema;
using TensorType = OnnxConvert.TfLite.Schema.TensorType;

namespace OnnxConvert.TfLite.Tests.Reading;

public class TensorTests
{
    [Test]
    public void Constants_are_views_of_the_file()
    {
        byte[] file = OneConstant(w => w.Tensor("c", [2], TensorType.FLOAT32, w.Buffer(0, 0, 128, 63, 0, 0, 0, 64)));
        var constant = Constant(file);

        Assert.That(constant.AsSpan<float>().ToArray(), Is.EqualTo(new[] { 1f, 2f }));
        Assert.That(MemoryMarshal.TryGetArray(constant.Bytes, out var array) && ReferenceEquals(array.Array, file));
    }

    [Test]
    public void Sub_byte_constants_stay_packed()
    {
        var constant = Constant(OneConstant(w => w.Tensor("c", [3], TensorType.INT4, w.Buffer(0x21, 0x0f))));

        Assert.That(constant.ElementType, Is.EqualTo(ElementType.Int4));
        Assert.That(constant.Bytes.ToArray(), Is.EqualTo(new byte[] { 0x21, 0x0f }));
    }

    [Test]
    public void Buffers_may_be_longer_than_their_tensor() =>
        Assert.That(Constant(OneConstant(w => w.Tensor("c", [1], TensorType.INT32, w.Buffer(1, 0, 0, 0, 9, 9)))).Bytes.Length, Is.EqualTo(4));

    [Test]
    public void Buffers_may_lie_behind_the_flatbuffer()
    {
        byte[] file = OneConstant(w => w.Tensor("c", [2], TensorType.INT8, w.Buffer(4096, 2)));
        byte[] appended = [.. file, .. new byte[4096 - file.Length], 7, 8];

        Assert.That(Constant(appended).Bytes.ToArray(), Is.EqualTo(new byte[] { 7, 8 }));
    }

    [TestCase(4096ul, 2ul)]
    [TestCase(ulong.MaxValue - 1, 4ul)]
    [TestCase(2ul, ulong.MaxValue)]
    public void Buffers_outside_the_file_are_refused(ulong offset, ulong size) =>
        Refused(OneConstant(w => w.Tensor("c", [2], TensorType.INT8, w.Buffer(offset, size))), "lie outside the file");

    [Test]
    public void Wrong_constants_are_refused_with_their_place()
    {
        Refused(OneConstant(w => w.Tensor("c", [3], TensorType.FLOAT32, w.Buffer(0, 0, 0, 0))), "takes 12 bytes; its buffer 1 has 4");
        Refused(OneConstant(w => w.Tensor("c", [3], TensorType.FLOAT32, 77)), "buffer 77; the model has 1 buffers");
        Refused(OneConstant(w => w.Tensor("c", [1], (TensorType)99, w.Buffer(0, 0, 0, 0))), "element type 99");
        Refused(OneConstant(w => w.Tensor("c", [1], TensorType.RESOURCE, w.Buffer(0, 0, 0, 0))), "is a handle");
        Refused(OneConstant(w => w.Tensor("c", [1], TensorType.INT8, w.Buffer(1), isVariable: true)), "is a variable");
        Refused(OneConstant(w => w.Tensor("c", [65536, 65536, 65536], TensorType.INT8, w.Buffer(1))), "more than 2147483647 elements");
        Refused(OneConstant(w => w.Tensor("c", [-2], TensorType.INT8, w.Buffer(1))), "dimension 0 is -2");
    }

    [Test]
    public void Contents_in_other_files_are_not_supported()
    {
        byte[] file = OneConstant(w => w.Tensor("c", [1], TensorType.INT8, 0, externalBuffer: 5));
        Assert.That(() => TfLiteReader.Read(file), Throws.TypeOf<UnsupportedModelException>().With.Message.Contains("external buffer 5"));
    }

    [Test]
    public void An_empty_buffer_is_a_constant_only_without_elements()
    {
        Assert.That(Constant(OneConstant(w => w.Tensor("c", [0], TensorType.INT32, w.Buffer()))).ElementCount, Is.Zero);
        Refused(OneConstant(w => w.Tensor("c", [2], TensorType.INT32, w.Buffer())), "which is no input, no constant");
    }

    [Test]
    public void Names_are_made_unique()
    {
        var writer = new ModelWriter();
        int a = writer.Tensor("x", [1]);
        int b = writer.Tensor("x", [1]);
        int c = writer.Tensor(null, [1]);
        int d = writer.Tensor("x_1", [1]);
        writer.Subgraph([a, b, c, d], [a]);

        var names = TfLiteReader.Read(writer.Write()).Model.Graph.Inputs.Select(i => i.Name);
        Assert.That(names, Is.EqualTo(new[] { "x", "x_2", "tensor_2", "x_1" }));
    }

    [Test]
    public void Open_dimensions_come_from_shape_and_signature()
    {
        var writer = new ModelWriter();
        int a = writer.Tensor("a", [1, 3], signature: [-1, 3]);
        int b = writer.Tensor("b", [-1, 3]);
        int c = writer.Tensor("c", null);
        writer.Subgraph([a, b, c], [a]);

        var shapes = TfLiteReader.Read(writer.Write()).Model.Graph.Inputs.Select(i => i.Shape!.ToString());
        Assert.That(shapes, Is.EqualTo(new[] { "[?,3]", "[?,3]", "[]" }));
    }

    [Test]
    public void Strings_are_decoded()
    {
        var constant = (StringTensorData)Constant(OneConstant(w => w.Tensor("c", [2], TensorType.STRING, w.Buffer(StringBuffer(16, 17, 19)))));
        Assert.That(constant.Values.Select(v => System.Text.Encoding.UTF8.GetString(v.Span)), Is.EqualTo(new[] { "a", "bc" }));
    }

    [Test]
    public void Strings_out_of_their_buffer_are_refused()
    {
        Refused(OneConstant(w => w.Tensor("c", [2], TensorType.STRING, w.Buffer(StringBuffer(16, 17, 20)))), "string 1 reaches from byte 17 to 20");
        Refused(OneConstant(w => w.Tensor("c", [2], TensorType.STRING, w.Buffer(StringBuffer(16, 15, 19)))), "string 0 reaches from byte 16 to 15");
        Refused(OneConstant(w => w.Tensor("c", [3], TensorType.STRING, w.Buffer(StringBuffer(16, 17, 19)))), "holds 2 strings");
    }

    [Test]
    public void Quantization_is_read_per_tensor_and_per_axis()
    {
        var tensor = Quantized([2, 3], w => w.Quantization([0.5f], [3]));
        Assert.That(tensor, Is.EqualTo(new Ir.QuantizationParameters(0.5f, 3)));

        var axis = Quantized([2, 3], w => w.Quantization([1, 2, 3], [0, 0, 0], 1))!;
        Assert.That((axis.Axis, axis.Scales.Length), Is.EqualTo((1, 3)));
    }

    [Test]
    public void Quantization_is_read_leniently_where_files_are_careless()
    {
        Assert.That(Quantized([3], w => w.Quantization([1, 2, 3], [0, 0, 0], 3))!.Axis, Is.Zero, "the axis of a 1-D tensor");
        Assert.That(Quantized([3], w => w.Quantization([0.5f], []))!.ZeroPoint, Is.Zero, "no zero point");
        Assert.That(Quantized([3], w => w.Quantization([0], [0])), Is.Null, "a scale of 0");
        Assert.That(Quantized([3], w => w.Quantization([1], [0]), TensorType.FLOAT32), Is.Null, "floats");
    }

    [Test]
    public void Wrong_quantization_is_refused()
    {
        Assert.That(() => Quantized([3], w => w.Quantization([float.NaN], [0])), Throws.TypeOf<InvalidModelException>().With.Message.Contains("scale NaN"));
        Assert.That(() => Quantized([3], w => w.Quantization([1], [400])), Throws.TypeOf<InvalidModelException>().With.Message.Contains("range of int8"));
        Assert.That(() => Quantized([3], w => w.Quantization([1, 2], [0, 0])), Throws.TypeOf<InvalidModelException>().With.Message.Contains("2 quantization scales for the 3 slices"));
        Assert.That(() => Quantized([3, 3], w => w.Quantization([1, 2, 3], [0, 0, 0], 2)), Throws.TypeOf<InvalidModelException>().With.Message.Contains("along dimension 2"));
    }

    [Test]
    public void Sparse_constants_become_dense()
    {
        // [[0,5],[7,0],[0,0]]: rows dense, columns CSR.
        var constant = Constant(OneConstant(w => w.Tensor("c", [3, 2], TensorType.INT8, w.Buffer(5, 7), sparsity: Csr(w, 3, [0, 1, 2, 2], [1, 0]))));
        Assert.That(constant.Bytes.ToArray(), Is.EqualTo(new byte[] { 0, 5, 7, 0, 0, 0 }));
    }

    [Test]
    public void Wrong_sparsity_is_refused()
    {
        Refused(OneConstant(w => w.Tensor("c", [3, 2], TensorType.INT8, w.Buffer(5, 7), sparsity: Csr(w, 3, [0, 1, 2, 2], [1, 2]))), "index 2 of a level is not below its size 2");
        Refused(OneConstant(w => w.Tensor("c", [3, 2], TensorType.INT8, w.Buffer(5, 7), sparsity: Csr(w, 3, [0, 2, 1, 2], [1, 0]))), "segment 2 of a level ends before it starts");
        Refused(OneConstant(w => w.Tensor("c", [3, 2], TensorType.INT8, w.Buffer(5, 7), sparsity: Csr(w, 3, [0, 1, 2], [1, 0]))), "has 3 segment bounds and needs 4");
        Refused(OneConstant(w => w.Tensor("c", [3, 2], TensorType.INT8, w.Buffer(5), sparsity: Csr(w, 3, [0, 1, 2, 2], [1, 0]))), "needs value 1 of 1");
        Refused(OneConstant(w => w.Tensor("c", [2000000000], TensorType.INT8, w.Buffer(5), sparsity: Csr(w, 3, [0, 1], [1]))), "do not describe a tensor of rank 1");
    }

    private static byte[] OneConstant(Func<ModelWriter, int> constant)
    {
        var writer = new ModelWriter();
        int tensor = constant(writer);
        writer.Subgraph([], [tensor]);
        return writer.Write();
    }

    private static TensorData Constant(byte[] file) => TfLiteReader.Read(file).Model.Graph.Outputs[0].Constant!;

    private static Ir.QuantizationParameters? Quantized(int[] shape, Func<ModelWriter, Google.FlatBuffers.Offset<Schema.QuantizationParameters>> quantization, TensorType type = TensorType.INT8)
    {
        var writer = new ModelWriter();
        int tensor = writer.Tensor("q", shape, type, quantization: quantization(writer));
        writer.Subgraph([tensor], [tensor]);
        return TfLiteReader.Read(writer.Write()).Model.Graph.Inputs[0].Quantization;
    }

    private static byte[] StringBuffer(int first, int second, int end) =>
        [2, 0, 0, 0, (byte)first, 0, 0, 0, (byte)second, 0, 0, 0, (byte)end, 0, 0, 0, .. "abc"u8];

    private static Google.FlatBuffers.Offset<SparsityParameters> Csr(ModelWriter writer, int rows, int[] segments, byte[] indices)
    {
        var builder = writer.Builder;
        var segmentVector = Int32Vector.CreateInt32Vector(builder, Int32Vector.CreateValuesVector(builder, segments));
        var indexVector = Uint8Vector.CreateUint8Vector(builder, Uint8Vector.CreateValuesVector(builder, indices));
        var dense = DimensionMetadata.CreateDimensionMetadata(builder, DimensionType.DENSE, rows);
        var sparse = DimensionMetadata.CreateDimensionMetadata(
            builder, DimensionType.SPARSE_CSR, 0, SparseIndexVector.Int32Vector, segmentVector.Value, SparseIndexVector.Uint8Vector, indexVector.Value);
        return SparsityParameters.CreateSparsityParameters(
            builder,
            SparsityParameters.CreateTraversalOrderVector(builder, [0, 1]),
            default,
            SparsityParameters.CreateDimMetadataVector(builder, [dense, sparse]));
    }

    private static void Refused(byte[] file, string message) =>
        Assert.That(() => TfLiteReader.Read(file), Throws.TypeOf<InvalidModelException>().With.Message.Contains(message));
}
