using System.Buffers.Binary;
using System.Text;
using OnnxConvert.Ir;

namespace OnnxConvert.OrtFormat;

public class OrtModelTests
{
    private static IEnumerable<TestCaseData> Models() => Samples.All().Select(m => new TestCaseData(m).SetArgDisplayNames(m.Graph.Name));

    [TestCaseSource(nameof(Models))]
    public void What_is_written_is_read_again(Model model)
    {
        byte[] file = Samples.Bytes(Samples.Plain(model));
        OrtModel read = OrtModel.Load(file);
        StockRuntime.Check(file);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(read.FormatVersion, Is.EqualTo(6));
            Assert.That(read.Model.ProducerName, Is.EqualTo("Acme"));
            Assert.That(read.Model.ModelVersion, Is.EqualTo(3));
            Assert.That(read.Model.DocString, Is.EqualTo("a sample"));
            Assert.That(read.Model.Metadata["key"], Is.EqualTo("value"));
            Assert.That(read.Model.Graph.Inputs.Select(v => (v.Name, v.Type)), Is.EqualTo(model.Graph.Inputs.Select(v => (v.Name, v.Type))));
            Assert.That(read.Model.Graph.Outputs.Select(v => v.Name), Is.EqualTo(model.Graph.Outputs.Select(v => v.Name)));
            Assert.That(Samples.Bytes(read), Is.EqualTo(file));
        }
    }

    [TestCaseSource(nameof(Models))]
    public void Files_of_the_runtime_are_read_and_written_and_become_ONNX(Model model)
    {
        OrtModel read = OrtModel.Load(Samples.StockOrt(model));
        StockRuntime.Check(Samples.Bytes(read));
        StockRuntime.Check(read.ToOnnx().ToBytes());
        Assert.That(read.Model.Graph.Outputs.Select(v => v.Name), Is.EqualTo(model.Graph.Outputs.Select(v => v.Name)));
    }

    [Test]
    public void Runtime_optimizations_are_kept()
    {
        OrtModel read = OrtModel.Load(Samples.StockOrt(Samples.QuantizedConv()));
        RuntimeOptimization conv = read.RuntimeOptimizations.Single(o => o.Action == "Conv");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(conv.Optimizer, Is.EqualTo("QDQSelectorActionTransformer"));
            Assert.That(conv.Nodes.Select(n => n?.OpType), Is.EqualTo(new[] { "DequantizeLinear", "DequantizeLinear", null, "Conv", "QuantizeLinear" }));
            Assert.That((conv.InputCount, conv.OutputCount), Is.EqualTo((3, 1)));
            Assert.That(conv.ProducedOperators, Is.EqualTo(new[] { ":QLinearConv:10" }));
            RuntimeOptimization again = OrtModel.Load(Samples.Bytes(read)).RuntimeOptimizations.Single(o => o.Action == "Conv");
            Assert.That(again.Nodes.Select(n => n?.Name), Is.EqualTo(conv.Nodes.Select(n => n?.Name)));
        }
    }

    [Test]
    public void A_model_is_loaded_from_a_path_a_stream_or_memory()
    {
        byte[] file = Samples.Bytes(Samples.Plain(Samples.Branches()));
        using var folder = new TemporaryFolder();
        string path = folder.Path("model.ort");
        File.WriteAllBytes(path, file);
        Assert.That(Samples.Bytes(OrtModel.Load(path)), Is.EqualTo(file));
        Assert.That(Samples.Bytes(OrtModel.Load(new MemoryStream(file))), Is.EqualTo(file));
    }

    [TestCase("1", 1)]
    [TestCase("4", 4)]
    [TestCase("5", 5)]
    public void Older_versions_are_read(string version, int expected) => Assert.That(OrtModel.Load(WithVersion(version)).FormatVersion, Is.EqualTo(expected));

    [Test]
    public void Later_versions_are_refused() => Assert.That(() => OrtModel.Load(WithVersion("7")), Throws.TypeOf<UnsupportedModelException>().With.Message.Contains("versions 1 to 6"));

    [TestCase("x")]
    [TestCase("0")]
    public void A_version_that_is_none_is_refused(string version) => Assert.That(() => OrtModel.Load(WithVersion(version)), Throws.TypeOf<InvalidModelException>());

    [Test]
    public void Other_files_are_refused() => Assert.That(() => OrtModel.Load("no model at all"u8.ToArray()), Throws.TypeOf<InvalidModelException>().With.Message.Contains("ORTM"));

    [TestCase(ElementType.Float, true)]
    [TestCase(ElementType.Float8E5M2, false)]
    public void Version_5_is_written_where_the_model_has_nothing_later(ElementType type, bool possible)
    {
        var graph = new Graph();
        Value w = graph.AddInitializer("w", TensorData.FromBytes(type, [4], new byte[4 * type.BitSize() / 8]));
        graph.AddOutput(graph.AddNode("Identity", [w]).AddOutput("y", w.Type));
        OrtModel model = Samples.Plain(Samples.ModelOf(graph, 19));
        var options = new OrtSaveOptions { FormatVersion = 5 };
        if (possible)
            Assert.That(OrtModel.Load(Samples.Bytes(model, options)).FormatVersion, Is.EqualTo(5));
        else
            Assert.That(() => Samples.Bytes(model, options), Throws.TypeOf<UnsupportedModelException>().With.Message.Contains("float8e5m2"));
    }

    [TestCase(4)]
    [TestCase(7)]
    public void Other_versions_are_not_written(int version) =>
        Assert.That(() => Samples.Bytes(Samples.Plain(Samples.Relu()), new OrtSaveOptions { FormatVersion = version }), Throws.ArgumentException);

    private static byte[] WithVersion(string version)
    {
        byte[] file = Samples.Bytes(Samples.Plain(Samples.Relu()));
        int root = BinaryPrimitives.ReadInt32LittleEndian(file);
        int vtable = root - BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(root));
        int field = root + BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(vtable + 4));
        int text = field + BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(field));
        Encoding.UTF8.GetBytes(version).CopyTo(file.AsSpan(text + 4));
        return file;
    }

    [Test]
    public void Models_made_of_one_another_are_disposed_in_any_order()
    {
        string folder = Directory.CreateTempSubdirectory("onnxconvert").FullName;
        string path = Path.Combine(folder, "m.ort");
        Samples.Plain(Samples.Branches()).Save(path, new OrtSaveOptions { ExternalDataThreshold = 16 });
        OrtModel read = OrtModel.Load(path);
        Model onnx = read.ToOnnx();
        OrtModel lowered = onnx.ToOrt();
        Assert.That(lowered.Model.MappedFiles, Has.Count.EqualTo(2));
        read.Dispose();
        onnx.Dispose();
        Assert.That(() => read.Save(Stream.Null), Throws.TypeOf<ObjectDisposedException>());
        Assert.That(Samples.Bytes(lowered), Is.Not.Empty);
        lowered.Save(path);
        lowered.Dispose();
        Assert.That(() => Samples.Bytes(lowered), Throws.TypeOf<ObjectDisposedException>());
        if (OperatingSystem.IsLinux())
            Assert.That(File.ReadLines("/proc/self/maps").Where(line => line.Contains(folder, StringComparison.Ordinal)), Is.Empty);
        Directory.Delete(folder, recursive: true);
    }
}
