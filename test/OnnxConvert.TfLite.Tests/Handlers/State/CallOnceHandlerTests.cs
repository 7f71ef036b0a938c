using OnnxConvert.Converting;
using OnnxConvert.Ir;
using static OnnxConvert.TfLite.Tests.SourceGraphs;

namespace OnnxConvert.TfLite.Tests.Handlers;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class CallOnceHandlerTests
{
    private readonly SourceGraphs _model = new();
    private Graph _main = null!;
    private Graph _start = null!;

    [SetUp]
    public void Start()
    {
        (_main, _start) = (_model.Add("main"), _model.Add("start"));
        _main.Node(TfLiteOps.CallOnce, [], ("init_subgraph_index", 1));
    }

    [Test]
    public void What_it_assigns_is_the_default()
    {
        Value sum = _main.Op(TfLiteOps.Add, [_main.Vector("x"), _main.Read("sum", 2)]);
        _main.Assign("sum", sum);
        _main.AddOutput(sum);
        _start.Assign("sum", _start.Const(0.5f, -0.5f));
        ConversionResult result = _model.Conversion().ToOnnx();
        Assert.That(result.Model.Graph.Inputs[1].Initializer!.AsSpan<float>().ToArray(), Is.EqualTo(new[] { 0.5f, -0.5f }));
        Assert.That(Run(result, [Feed(1, 2)], [Feed(10, 20)]), Is.EqualTo(new float[][] { [1.5f, 1.5f], [11.5f, 21.5f] }));
    }

    [Test]
    public void A_variable_that_nobody_else_writes_is_a_constant()
    {
        _main.AddOutput(_main.Op(TfLiteOps.Mul, [_main.Vector("x"), _main.Read("factor", 2)]));
        _start.Assign("factor", _start.Const(3, 4));
        ConversionResult result = _model.Conversion().ToOnnx();
        Assert.That(result.Model.Graph.Inputs, Has.Count.EqualTo(1));
        Assert.That(result.Model.Metadata, Does.Not.ContainKey("onnxconvert.state"));
        Assert.That(Run(result, [Feed(1, 2)]), Is.EqualTo(new float[][] { [3, 8] }));
    }
}
