using OnnxConvert.Converting;
using OnnxConvert.Ir;
using static OnnxConvert.TfLite.Tests.SourceGraphs;

namespace OnnxConvert.TfLite.Tests.Handlers;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class AssignVariableHandlerTests
{
    private readonly SourceGraphs _model = new();

    [Test]
    public void A_variable_goes_from_run_to_run()
    {
        Graph main = _model.Add("main");
        Value sum = main.Op(TfLiteOps.Add, [main.Vector("x"), main.Read("sum", 2)]);
        main.Assign("sum", sum);
        main.AddOutput(sum);
        ConversionResult result = _model.Conversion().ToOnnx();
        Graph graph = result.Model.Graph;
        Assert.That(graph.Inputs.Select(input => input.Name), Is.EqualTo(new[] { "x", "sum" }));
        Assert.That(graph.Outputs[^1].Name, Is.EqualTo("sum_next"));
        Assert.That(result.Model.Metadata["onnxconvert.state"], Is.EqualTo("""[{"input":"sum","output":"sum_next"}]"""));
        Assert.That(Run(result, [Feed(1, 2)], [Feed(10, 20)], [Feed(100, 200)]), Is.EqualTo(new float[][] { [1, 2], [11, 22], [111, 222] }));
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
    public void What_is_no_variable_is_refused()
    {
        Graph main = _model.Add("main");
        Value x = main.Vector("x");
        main.Node(TfLiteOps.AssignVariable, [x, x]);
        main.AddOutput(main.Op(TfLiteOps.Neg, [x]));
        Assert.That(() => _model.Conversion().ToOnnx(), Throws.TypeOf<UnsupportedModelException>().With.Message.Contains("VAR_HANDLE"));
    }
}
