using OnnxConvert.Ir;
using static OnnxConvert.TfLite.Tests.SourceGraphs;

namespace OnnxConvert.TfLite.Tests.Handlers;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class VariableHandlerTests
{
    private readonly SourceGraphs _model = new();

    [Test]
    public void A_variable_goes_from_run_to_run()
    {
        AddRunningSum();
        ConversionResult result = _model.Conversion().ToOnnx();
        Graph graph = result.Model.Graph;
        Assert.That(graph.Inputs.Select(input => input.Name), Is.EqualTo(new[] { "x", "sum" }));
        Assert.That(graph.Outputs[^1].Name, Is.EqualTo("sum_next"));
        Assert.That(result.Model.Metadata["onnxconvert.state"], Is.EqualTo("""[{"input":"sum","output":"sum_next"}]"""));
        Assert.That(Run(result, [Feed(1, 2)], [Feed(10, 20)], [Feed(100, 200)]), Is.EqualTo(new float[][] { [1, 2], [11, 22], [111, 222] }));
    }

    [Test]
    public void Call_once_gives_the_default()
    {
        AddRunningSum(isInitialized: true);
        Graph start = _model.Add("start");
        start.Assign("sum", start.Const(0.5f, -0.5f));
        ConversionResult result = _model.Conversion().ToOnnx();
        Assert.That(result.Model.Graph.Inputs[1].Initializer!.AsSpan<float>().ToArray(), Is.EqualTo(new[] { 0.5f, -0.5f }));
        Assert.That(Run(result, [Feed(1, 2)], [Feed(10, 20)]), Is.EqualTo(new float[][] { [1.5f, 1.5f], [11.5f, 21.5f] }));
    }

    [Test]
    public void A_variable_that_is_only_read_is_a_constant()
    {
        Graph main = _model.Add("main");
        Value x = main.Vector("x");
        main.Node(TfLiteOps.CallOnce, [], ("init_subgraph_index", 1));
        main.AddOutput(main.Op(TfLiteOps.Mul, [x, main.Read("factor", 2)]));
        Graph start = _model.Add("start");
        start.Assign("factor", start.Const(3, 4));
        ConversionResult result = _model.Conversion().ToOnnx();
        Assert.That(result.Model.Graph.Inputs, Has.Count.EqualTo(1));
        Assert.That(result.Model.Metadata, Does.Not.ContainKey("onnxconvert.state"));
        Assert.That(Run(result, [Feed(1, 2)]), Is.EqualTo(new float[][] { [3, 8] }));
    }

    [Test]
    public void A_variable_that_grows_has_an_open_shape()
    {
        Graph main = _model.Add("main");
        Value x = main.Vector("x", 1);
        Value all = main.Op(TfLiteOps.Concatenation, [main.Read("history", 1), x], ("axis", 0));
        main.Assign("history", all);
        main.AddOutput(all);
        ConversionResult result = _model.Conversion().ToOnnx();
        Assert.That(result.Model.Graph.Inputs[1].Shape![0].IsStatic, Is.False);
        Assert.That(Run(result, [Feed(1f)], [Feed(2f)]), Is.EqualTo(new float[][] { [0, 1], [0, 1, 2] }));
    }

    [Test]
    public void Reading_before_and_after_writing_gives_both()
    {
        Graph main = _model.Add("main");
        Value x = main.Vector("x");
        Value before = main.Read("last", 2);
        main.Assign("last", x);
        main.AddOutput(main.Op(TfLiteOps.Sub, [main.Read("last", 2), before]));
        Assert.That(_model.Run([Feed(1, 2)], [Feed(5, 5)]), Is.EqualTo(new float[][] { [1, 2], [4, 3] }));
    }

    private void AddRunningSum(bool isInitialized = false)
    {
        Graph main = _model.Add("main");
        if (isInitialized)
            main.Node(TfLiteOps.CallOnce, [], ("init_subgraph_index", 1));
        Value sum = main.Op(TfLiteOps.Add, [main.Vector("x"), main.Read("sum", 2)]);
        main.Assign("sum", sum);
        main.AddOutput(sum);
    }
}
