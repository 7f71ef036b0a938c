using OnnxConvert.Ir;

namespace OnnxConvert.OrtFormat.Writing;

public class OrtWriterTests
{
    [Test]
    public void Large_tensors_start_on_cache_lines_and_equal_ones_are_written_once()
    {
        var graph = new Graph();
        Value x = graph.AddInput("x", Samples.Floats(1000));
        TensorData data = TensorData.Create<float>(new float[1000], 1000);
        Value sum = graph.AddNode("Sum", [x, graph.AddInitializer("a", data), graph.AddInitializer("b", data)]).AddOutput("y", Samples.Floats(1000));
        graph.AddOutput(sum);
        byte[] file = Samples.Bytes(Samples.Plain(Samples.ModelOf(graph)));
        Assert.That(file, Has.Length.LessThan(6000));
        ReadOnlyMemory<byte> bytes = OrtModel.Load(file).Model.Graph.Initializers.First().Initializer!.Bytes;
        Assert.That(System.Runtime.InteropServices.MemoryMarshal.TryGetArray(bytes, out ArraySegment<byte> place) && ReferenceEquals(place.Array, file), "a view of the file");
        Assert.That(place.Offset % 64, Is.Zero);
        StockRuntime.Check(file);
    }

    [Test]
    public void External_data_goes_to_a_second_file()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Path("model.ort");
        OrtModel model = Samples.Plain(Samples.Branches());
        model.Save(path, new OrtSaveOptions { ExternalDataThreshold = 16 });
        Assert.That(folder.Files(), Is.EquivalentTo(new[] { "model.ort", "model.ort.data" }));
        Assert.That(Samples.Bytes(OrtModel.Load(path)), Is.EqualTo(Samples.Bytes(model)));
        Assert.That(() => OrtModel.Load(File.ReadAllBytes(path)), Throws.TypeOf<UnsupportedModelException>().With.Message.Contains("path"));
        File.Delete(path + ".data");
        Assert.That(() => OrtModel.Load(path), Throws.TypeOf<UnsupportedModelException>().With.Message.Contains("not there"));
    }

    [Test]
    public void Operators_whose_definition_is_not_known_are_all_named()
    {
        Model model = Samples.Relu();
        Value y = model.Graph.Outputs[0];
        model.Graph.AddNode("Foo", [y], "com.acme").AddOutput("a", y.Type);
        model.Graph.AddNode("Bar", [y], "com.acme").AddOutput("b", y.Type);
        foreach (Node node in model.Graph.Nodes.Skip(1).ToArray())
            model.Graph.AddOutput(node.Outputs[0]);
        model.OpsetImports["com.acme"] = 1;
        Assert.That(() => Samples.Bytes(Samples.Plain(model)), Throws.TypeOf<UnsupportedModelException>().With.Message.Contains("com.acme:Foo:1").And.Message.Contains("com.acme:Bar:1"));
    }

    [Test]
    public void Types_without_a_place_in_the_format_are_named()
    {
        var graph = new Graph();
        Value x = graph.AddInput("x", new OptionalType(Samples.Floats(2)));
        graph.AddOutput(graph.AddNode("OptionalHasElement", [x]).AddOutput("y", new TensorType(ElementType.Bool, Shape.Scalar)));
        Assert.That(() => Samples.Bytes(Samples.Plain(Samples.ModelOf(graph))), Throws.TypeOf<UnsupportedModelException>().With.Message.Contains("'x' is of type optional"));
    }
}
