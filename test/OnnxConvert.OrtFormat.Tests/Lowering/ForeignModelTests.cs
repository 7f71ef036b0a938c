using OnnxConvert.Ir;

namespace OnnxConvert.OrtFormat.Lowering;

/// <summary>Small reproductions of what other people's ONNX files showed: all of them run in stock ONNX Runtime.</summary>
public class ForeignModelTests
{
    private static readonly string Folder = Path.Combine(TestData.Reports, "onnx-to-ort");

    private static IEnumerable<string> Names => Directory.GetFiles(Folder, "*.onnx").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal);

    [Test]
    public void The_ORT_file_has_the_names_of_the_ONNX_file_and_loads(
        [ValueSource(nameof(Names))] string name, [Values(OptimizationLevel.None, OptimizationLevel.All)] OptimizationLevel level)
    {
        using Model source = OnnxModel.Load(Path.Combine(Folder, name + ".onnx"));
        using OrtModel model = source.ToOrt(new OrtOptions { OptimizationLevel = level });
        Assert.That(model.Model.Graph.Outputs.Select(o => o.Name), Is.EqualTo(source.Graph.Outputs.Select(o => o.Name)));
        StockRuntime.Check(Samples.Bytes(model));
    }

    [TestCase("o00143")]
    [TestCase("o02059")]
    public void What_has_no_kernel_in_half_precision_is_cast_or_refused(string name)
    {
        using Model source = OnnxModel.Load(Path.Combine(TestData.Reports, "damaged", name + ".onnx"));
        try
        {
            using OrtModel model = source.ToOrt();
            StockRuntime.Check(Samples.Bytes(model));
        }
        catch (UnsupportedModelException exception)
        {
            TestContext.Out.WriteLine(exception.Message);
        }
    }

    [Test]
    public void A_declared_shape_that_gave_way_is_a_warning()
    {
        using OrtModel model = OnnxModel.Load(Path.Combine(Folder, "wrong_value_info.onnx")).ToOrt();
        Assert.That(model.Warnings, Has.One.Contains("is declared as"));
    }

    [Test]
    public void A_value_that_nothing_computes_is_not_written()
    {
        OrtModel model = Samples.Plain(Samples.Relu());
        Graph graph = model.Model.Graph;
        graph.Nodes.Single().SetInput(0, graph.AddFreeValue("lost", Samples.Floats(1)));
        Assert.That(() => Samples.Bytes(model), Throws.TypeOf<InvalidModelException>().With.Message.Contains("'lost', which nothing computes"));
    }
}
