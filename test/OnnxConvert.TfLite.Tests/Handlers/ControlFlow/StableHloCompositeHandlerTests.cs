using OnnxConvert.Converting;
using OnnxConvert.Ir;
using static OnnxConvert.TfLite.Tests.SourceGraphs;

namespace OnnxConvert.TfLite.Tests.Handlers;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class StableHloCompositeHandlerTests
{
    private readonly SourceGraphs _model = new();

    [Test]
    public void Composite_without_a_handler_of_its_name_is_spelled_out()
    {
        AddComposite();
        Assert.That(_model.Run([Feed(1, -2)]), Is.EqualTo(new float[][] { [-1, 2] }));
    }

    [Test]
    public void Composite_goes_to_the_handler_of_its_name()
    {
        AddComposite();
        ConversionResult result = _model.Conversion()
            .Configure(registry => registry.AddHandler(TfLiteOps.CompositeDomain, "my.negation", new AbsHandler()))
            .ToOnnx();
        Assert.That(Run(result, [Feed(1, -2)]), Is.EqualTo(new float[][] { [1, 2] }));
    }

    private void AddComposite()
    {
        Graph main = _model.Add("main");
        Node node = main.Node(TfLiteOps.StableHloComposite, [main.Vector("x")], ("decomposition_subgraph_index", 1));
        node.Attributes.Set(new NodeAttribute("name", "my.negation"));
        main.AddOutput(node.AddOutput("y", new TensorType(ElementType.Float, null)));
        Graph spelledOut = _model.Add("negation");
        spelledOut.AddOutput(spelledOut.Op(TfLiteOps.Neg, [spelledOut.Vector("a")]));
    }

    private sealed class AbsHandler : IOpHandler
    {
        public void Convert(OpContext op) => op.Result(0, op.Emit.Unary("Abs", op.Real(0)));
    }
}
