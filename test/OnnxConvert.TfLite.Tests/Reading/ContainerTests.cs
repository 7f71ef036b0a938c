using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Google.FlatBuffers;
using OnnxConvert.TfLite.Schema;
using Tensor = OnnxConvert.TfLite.Schema.Tensor;

namespace OnnxConvert.TfLite.Tests.Reading;

public class ContainerTests
{
    [TestCase("", "has 0 bytes")]
    [TestCase("hello", "has 5 bytes")]
    [TestCase("\x08\x00\x00\x00ORTM, a model of another kind", "bytes 4 to 7 are \"ORTM\"")]
    [TestCase("version https://git-lfs.github.com/spec/v1", "Git LFS pointer")]
    public void Other_files_are_refused(string content, string message) =>
        Assert.That(() => TfLiteReader.Read(Encoding.Latin1.GetBytes(content)), Throws.TypeOf<InvalidModelException>().With.Message.Contains(message));

    [Test]
    public void Later_schema_versions_are_not_supported()
    {
        var writer = new ModelWriter();
        writer.Subgraph([], []);
        Assert.That(() => TfLiteReader.Read(writer.Write(version: 4)), Throws.TypeOf<UnsupportedModelException>().With.Message.Contains("version 4"));
    }

    [Test]
    public void Every_truncation_is_noticed_or_harmless()
    {
        byte[] file = TestData.FixtureBytes("two-signatures");
        for (int length = 0; length < file.Length; length++)
        {
            byte[] part = file[..length];
            Documented.Check(() => TfLiteReader.Read(part), $"the first {length} bytes");
        }
    }

    [Test]
    public void A_broken_offset_is_reported_with_its_place()
    {
        byte[] file = TestData.FixtureBytes("two-signatures");
        BinaryPrimitives.WriteInt32LittleEndian(file, file.Length + 10);
        Assert.That(() => TfLiteReader.Read(file), Throws.TypeOf<InvalidModelException>().With.Message.Contains("broken at byte 0, at its root"));
    }

    [Test]
    public void Tables_that_are_shared_without_end_are_refused()
    {
        // A subgraph of a thousand tensors, named a thousand times: a million tensors in a few kilobytes.
        var builder = new FlatBufferBuilder(1024);
        var tensor = Tensor.CreateTensor(builder);
        var tensors = SubGraph.CreateTensorsVector(builder, [.. Enumerable.Repeat(tensor, 1000)]);
        var subgraph = SubGraph.CreateSubGraph(builder, tensors);
        var model = Model.CreateModel(builder, 3, subgraphsOffset: Model.CreateSubgraphsVector(builder, [.. Enumerable.Repeat(subgraph, 1000)]));
        Model.FinishModelBuffer(builder, model);

        Assert.That(
            () => TfLiteReader.Read(builder.SizedByteArray()),
            Throws.TypeOf<InvalidModelException>().With.Message.Contains("Model.subgraphs[").And.Message.Contains("referred to so often"));
    }

    [Test]
    public void Path_stream_and_memory_give_the_same_model()
    {
        string path = TestData.FixturePath("digits-cnn-int8");
        byte[] bytes = File.ReadAllBytes(path);
        using var stream = new MemoryStream(bytes);
        byte[] padded = [1, 2, 3, 4, 5, .. bytes, 6];

        string expected = Describe(TfLiteReader.Read(bytes));
        Assert.That(Describe(TfLiteReader.Read(path)), Is.EqualTo(expected));
        Assert.That(Describe(TfLiteReader.Read(stream)), Is.EqualTo(expected));
        Assert.That(Describe(TfLiteReader.Read(padded.AsMemory(5, bytes.Length))), Is.EqualTo(expected));
    }

    [Test]
    public void Files_behind_the_model_are_listed()
    {
        byte[] model = TestData.FixtureBytes("two-signatures");
        using var file = new MemoryStream();
        file.Write(model);
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var labels = archive.CreateEntry("labels.txt").Open();
            labels.Write("one\ntwo\n"u8);
        }

        var files = TfLiteReader.Read(file.ToArray()).AssociatedFiles;
        Assert.That(files.Select(f => (f.Name, f.Length)), Is.EqualTo(new[] { ("labels.txt", 8L) }));
    }

    [Test]
    public void Metadata_and_runtime_version_are_read()
    {
        var writer = new ModelWriter();
        uint buffer = writer.Buffer([.. "2.3.1\0\0\0"u8]);
        writer.Subgraph([], []);
        writer.Metadata("min_runtime_version", buffer);

        var model = TfLiteReader.Read(writer.Write());
        Assert.That((model.MinRuntimeVersion, model.Description, model.Metadata[0].Bytes.Length), Is.EqualTo(("2.3.1", "made by a test", 8)));
    }

    [Test]
    public void Large_constants_of_a_file_are_not_loaded()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Path("large.tflite");
        var writer = new ModelWriter();
        int tensor = writer.Tensor("big", [1 << 30], TensorType.INT8, writer.Buffer(3L << 30, 1 << 30));
        writer.Subgraph([], [tensor]);
        using (var file = File.Create(path))
        {
            file.Write(writer.Write());
            file.SetLength(4L << 30);
            file.Position = (3L << 30) + 5;
            file.WriteByte(42);
        }

        var constant = TfLiteReader.Read(path).Model.Graph.Outputs[0].Constant!;
        Assert.That(constant.Bytes.Span[5], Is.EqualTo(42));
    }

    private static string Describe(TfLiteModel model) => string.Join('\n', model.Model.Graph.Nodes.Select(n =>
        $"{n.OpType} {string.Join(' ', n.Attributes)} {string.Join(' ', n.Inputs.Select(i => $"{i} {i?.Quantization} {Sum(i?.Constant)}"))}"));

    private static int Sum(Ir.TensorData? data)
    {
        int sum = 0;
        foreach (byte value in data is null ? default : data.Bytes.Span)
            sum = unchecked((sum * 31) + value);
        return sum;
    }
}
