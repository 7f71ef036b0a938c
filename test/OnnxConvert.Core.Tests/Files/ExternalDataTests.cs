using Google.Protobuf;
using Microsoft.ML.OnnxRuntime;
using OnnxConvert.Files.Proto;
using OnnxConvert.Ir;

namespace OnnxConvert.Core.Tests.Files;

public class ExternalDataTests
{
    [Test]
    public void Large_tensors_go_to_the_second_file_at_aligned_offsets()
    {
        using var folder = new TemporaryFolder();
        Model model = TestModels.AddConstant(TensorData.Vector(Enumerable.Range(0, 1000).Select(i => (float)i).ToArray()));
        model.Graph.AddInitializer("small", TensorData.Vector(1f, 2f));
        model.Graph.AddInitializer("other", TensorData.Vector(new long[500]));
        OnnxModel.Save(model, folder.Path("m.onnx"), new OnnxSaveOptions { ExternalDataThreshold = 100 });

        ModelProto proto = ModelProto.Parser.ParseFrom(File.ReadAllBytes(folder.Path("m.onnx")));
        Assert.That(proto.Graph.Initializer.Select(i => i.ExternalData.FirstOrDefault(e => e.Key == "offset")?.Value), Is.EqualTo(new[] { "0", null, "4096" }));
        Assert.That(new FileInfo(folder.Path("m.onnx.data")).Length, Is.EqualTo(4096 + 4000));

        Value w = OnnxModel.Load(folder.Path("m.onnx")).Graph.Initializers.First();
        Assert.That(w.Initializer!.AsSpan<float>()[999], Is.EqualTo(999f));
    }

    [Test, Category("Slow")]
    public void A_tensor_beyond_2_GB_is_read_from_a_sparse_file_and_saved_by_itself_to_external_data()
    {
        const long Length = (1L << 31) + 4096;
        using var folder = new TemporaryFolder();
        using (FileStream stream = File.Create(folder.Path("big.data")))
        {
            stream.SetLength(Length);
            stream.Position = Length - 1;
            stream.WriteByte(7);
        }

        WriteModel(folder.Path("big.onnx"), "big.data", Length);
        Model model = OnnxModel.Load(folder.Path("big.onnx"));
        TensorData data = model.Graph.Initializers.First().Initializer!;
        Assert.That(data.ByteLength, Is.EqualTo(Length));
        Assert.That(() => OnnxModel.Save(model, Stream.Null), Throws.TypeOf<UnsupportedModelException>().With.Message.Contains("2 GB"));

        OnnxModel.Save(model, folder.Path("saved.onnx"));
        Assert.That(new FileInfo(folder.Path("saved.onnx")).Length, Is.LessThan(1000));
        using FileStream saved = File.OpenRead(folder.Path("saved.onnx.data"));
        saved.Position = Length - 1;
        Assert.That((saved.Length, saved.ReadByte()), Is.EqualTo((Length, 7)));
    }

    [TestCase("/etc/hostname", "absolute")]
    [TestCase("../w.data", "..")]
    [TestCase("a/../../w.data", "..")]
    [TestCase("C:w.data", "portable")]
    [TestCase("a\\w.data", "portable")]
    [TestCase("", "empty")]
    [TestCase("missing.data", "missing")]
    [TestCase("link.data", "link")]
    [TestCase("linked/w.data", "link")]
    public void Locations_that_lead_out_of_the_folder_are_refused(string location, string reason)
    {
        using var outside = new TemporaryFolder();
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(outside.Path("w.data"), new byte[16]);
        File.CreateSymbolicLink(folder.Path("link.data"), outside.Path("w.data"));
        Directory.CreateSymbolicLink(folder.Path("linked"), outside.Root);
        WriteModel(folder.Path("m.onnx"), location, 16);
        Assert.That(() => OnnxModel.Load(folder.Path("m.onnx")), Throws.TypeOf<InvalidModelException>().With.Message.Contains(reason));
    }

    [Test]
    public void A_file_that_git_did_not_fetch_is_named()
    {
        using var folder = new TemporaryFolder();
        folder.Add("w.data", "version https://git-lfs.github.com/spec/v1\n");
        WriteModel(folder.Path("m.onnx"), "w.data", 16);
        Assert.That(() => OnnxModel.Load(folder.Path("m.onnx")), Throws.TypeOf<InvalidModelException>().With.Message.Contains("w.data' of tensor 'w' is a Git LFS pointer"));
    }

    [Test]
    public void A_link_that_stays_inside_the_folder_is_followed()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.Path("w.data"), new byte[16]);
        File.CreateSymbolicLink(folder.Path("link.data"), "w.data");
        WriteModel(folder.Path("m.onnx"), "link.data", 16);
        Assert.That(OnnxModel.Load(folder.Path("m.onnx")).Graph.Initializers.First().Initializer!.ByteLength, Is.EqualTo(16));
    }

    [TestCase("8", "16")]
    [TestCase("9223372036854775807", "16")]
    [TestCase("-1", "16")]
    [TestCase("0", "15")]
    [TestCase("0", "9223372036854775807")]
    public void Offsets_and_lengths_are_checked_against_the_file(string offset, string length)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.Path("w.data"), new byte[16]);
        WriteModel(folder.Path("m.onnx"), "w.data", 16, offset, length);
        Assert.That(() => OnnxModel.Load(folder.Path("m.onnx")), Throws.TypeOf<InvalidModelException>().With.Message.Contains("'w'"));
    }

    [Test]
    public void External_data_needs_a_folder()
    {
        using var folder = new TemporaryFolder();
        WriteModel(folder.Path("m.onnx"), "w.data", 16);
        byte[] bytes = File.ReadAllBytes(folder.Path("m.onnx"));
        Assert.That(() => OnnxModel.Load(bytes), Throws.TypeOf<InvalidModelException>().With.Message.Contains("folder"));
    }

    [Test]
    public void ONNX_Runtime_reads_what_is_written()
    {
        using var folder = new TemporaryFolder();
        Model model = TestModels.AddConstant(TensorData.Vector(1f, 2f));
        OnnxModel.Save(model, folder.Path("m.onnx"), new OnnxSaveOptions { ExternalDataThreshold = 0, ExternalDataAlignment = 65536 });
        using var session = new InferenceSession(folder.Path("m.onnx"));
        using var x = OrtValue.CreateTensorValueFromMemory(new[] { 10f, 20f }, [2]);
        using var options = new RunOptions();
        using IDisposableReadOnlyCollection<OrtValue> outputs = session.Run(options, ["x"], [x], ["y"]);
        Assert.That(outputs[0].GetTensorDataAsSpan<float>().ToArray(), Is.EqualTo(new[] { 11f, 22f }));
    }

    [Test]
    public void A_failed_save_leaves_no_file_and_the_old_one_as_it_was()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.Path("m.onnx"), "old");
        Model model = TestModels.AddConstant(TensorData.Vector(new float[100]));
        model.Graph.Inputs[0].Name = "";
        Assert.That(() => OnnxModel.Save(model, folder.Path("m.onnx"), new OnnxSaveOptions { ExternalDataThreshold = 0 }), Throws.TypeOf<InvalidModelException>());
        Assert.That(Directory.GetFiles(folder.Root), Is.EqualTo(new[] { folder.Path("m.onnx") }));
        Assert.That(File.ReadAllText(folder.Path("m.onnx")), Is.EqualTo("old"));
    }

    private static void WriteModel(string path, string location, long length, string? offset = null, string? lengthText = null)
    {
        var tensor = new TensorProto { Name = "w", DataType = 2, DataLocation = TensorProto.Types.DataLocation.External, Dims = { length } };
        tensor.ExternalData.Add(new StringStringEntryProto { Key = "location", Value = location });
        if (offset is not null)
            tensor.ExternalData.Add(new StringStringEntryProto { Key = "offset", Value = offset });
        if (lengthText is not null)
            tensor.ExternalData.Add(new StringStringEntryProto { Key = "length", Value = lengthText });
        var model = new ModelProto { IrVersion = 8, Graph = new GraphProto { Name = "g", Initializer = { tensor } } };
        File.WriteAllBytes(path, model.ToByteArray());
    }
}
