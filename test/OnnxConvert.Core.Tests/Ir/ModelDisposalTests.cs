using OnnxConvert.Core.Tests.Files;
using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.Core.Tests.Ir;

public class ModelDisposalTests
{
    [Test]
    public void A_disposed_model_lets_its_files_go_and_keeps_its_graph()
    {
        using var folder = new TemporaryFolder();
        string path = Saved(folder, new OnnxSaveOptions { ExternalDataThreshold = 12 });
        Model model = OnnxModel.Load(path);
        Assert.That((model.MappedFiles.Select(f => f.Path), Mappings.Of(path)), Is.EqualTo((new[] { path + ".data", path }, 2)));
        model.Dispose();
        model.Dispose();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Mappings.Of(path), Is.Zero);
            Assert.That(() => model.MappedFiles, Throws.TypeOf<ObjectDisposedException>());
            Assert.That(model.Graph.Nodes.Single().OpType, Is.EqualTo("Add"));
            Assert.That(() => Weights(model), Throws.TypeOf<ObjectDisposedException>());
            Assert.That(() => OnnxModel.Save(model, Stream.Null), Throws.TypeOf<ObjectDisposedException>());
            Assert.That(() => model.Own(MappedFile.Open(path)), Throws.TypeOf<ObjectDisposedException>());
            Assert.That(Mappings.Of(path), Is.Zero);
        }
    }

    [Test]
    public void A_model_that_shares_the_files_of_another_outlives_it()
    {
        using var folder = new TemporaryFolder();
        string path = Saved(folder, null);
        Model first = OnnxModel.Load(path);
        var second = new Model(first.Graph);
        second.ShareFiles(first.MappedFiles);
        second.ShareFiles(first.MappedFiles);
        Assert.That(second.MappedFiles, Has.Count.EqualTo(1));
        first.Dispose();
        Assert.That(Weights(second), Is.EqualTo(new[] { 1f, 2f, 3f }));
        second.Dispose();
        Assert.That(() => Weights(second), Throws.TypeOf<ObjectDisposedException>());
        Assert.That(() => new Model(first.Graph).ShareFiles(first.MappedFiles), Throws.TypeOf<ObjectDisposedException>());
    }

    [Test]
    public void A_conversion_and_its_results_are_disposed_in_any_order()
    {
        using var folder = new TemporaryFolder();
        string path = Saved(folder, null);
        Model source = OnnxModel.Load(path);
        var conversion = Converter.FromModel(new SourceModel("test", [source.Graph], new Passing()) { MappedFiles = source.MappedFiles, Owner = source })
            .PassThrough("Add", "");
        ConversionResult result = conversion.ToOnnx();
        conversion.Dispose();
        Assert.That(() => conversion.ToOnnx(), Throws.TypeOf<ObjectDisposedException>());
        Assert.That(Weights(result.Model), Is.EqualTo(new[] { 1f, 2f, 3f }));
        result.Dispose();
        Assert.That(Mappings.Of(path), Is.Zero);
    }

    [Test]
    public void A_model_is_saved_over_the_file_that_it_is_a_view_of()
    {
        if (OperatingSystem.IsWindows())
            Assert.Ignore("Windows replaces no mapped file.");
        using var folder = new TemporaryFolder();
        string path = Saved(folder, new OnnxSaveOptions { ExternalDataThreshold = 12 });
        using Model model = OnnxModel.Load(path);
        model.Graph.Nodes.Single().Name = "renamed";
        OnnxModel.Save(model, path, new OnnxSaveOptions { ExternalDataThreshold = 12 });
        using Model again = OnnxModel.Load(path);
        Assert.That((again.Graph.Nodes.Single().Name, Weights(again), Weights(model)), Is.EqualTo(("renamed", new[] { 1f, 2f, 3f }, new[] { 1f, 2f, 3f })));
        Assert.That(Directory.GetFiles(folder.Root), Has.Length.EqualTo(2));
    }

    [Test]
    public void A_file_that_cannot_be_loaded_is_let_go()
    {
        using var folder = new TemporaryFolder();
        string path = Saved(folder, new OnnxSaveOptions { ExternalDataThreshold = 12 });
        File.WriteAllBytes(path + ".data", new byte[4]);
        Assert.That(() => OnnxModel.Load(path), Throws.TypeOf<InvalidModelException>());
        Assert.That(Mappings.Of(path), Is.Zero);
    }

    private static string Saved(TemporaryFolder folder, OnnxSaveOptions? options)
    {
        string path = folder.Path("m.onnx");
        OnnxModel.Save(TestModels.AddConstant(TensorData.Vector(1f, 2f, 3f)), path, options);
        return path;
    }

    private static float[] Weights(Model model) => model.Graph.Initializers.Single().Initializer!.AsSpan<float>().ToArray();

    private sealed class Passing : IRegistrationModule
    {
        public void Register(RegistrationBuilder registry)
        {
        }
    }
}
