using OnnxConvert.Ir;
using static OnnxConvert.TfLite.Tests.SourceGraphs;

namespace OnnxConvert.TfLite.Tests.Handlers;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class CallHandlerTests
{
    private readonly SourceGraphs _model = new();

    [Test]
    public void Call_becomes_the_nodes_of_the_subgraph()
    {
        Graph main = _model.Add("main");
        Value x = main.Vector("x");
        Value once = main.Op(TfLiteOps.Call, [x], ("subgraph", 1));
        main.AddOutput(main.Op(TfLiteOps.Call, [once], ("subgraph", 1)));
        Graph called = _model.Add("square");
        Value a = called.Vector("a");
        called.AddOutput(called.Op(TfLiteOps.Mul, [a, a]));

        Assert.That(_model.Conversion().ToOnnx().Model.Graph.Nodes.Select(node => node.OpType), Is.EqualTo(new[] { "Mul", "Mul" }));
        Assert.That(_model.Run([Feed(2, -3)]), Is.EqualTo(new float[][] { [16, 81] }));
    }

    [TestCase(40, 2, "unfold")]
    [TestCase(20_000, 1, "deep")]
    public void Subgraphs_that_never_end_are_refused(int levels, int calls, string reason)
    {
        Graph graph = _model.Add("main");
        for (int i = 1; i <= levels; i++)
        {
            Value value = graph.Vector("x");
            for (int call = 0; call < calls; call++)
                value = graph.Op(TfLiteOps.Call, [value], ("subgraph", i));
            graph.AddOutput(value);
            graph = _model.Add($"level{i}");
        }

        graph.AddOutput(graph.Op(TfLiteOps.Neg, [graph.Vector("x")]));
        Assert.That(() => _model.Conversion().ToOnnx(), Throws.TypeOf<UnsupportedModelException>().With.Message.Contain(reason));
    }
}
