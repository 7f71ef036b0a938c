using Acme.Models;
using OnnxConvert.Converting;
using OnnxConvert.Ir;
using OnnxConvert.Optimizers;
using OnnxConvert.Rewriting;
using OnnxConvert.TfLite;

namespace OnnxConvert.Extensibility;

/// <summary>Handlers, rewriters and optimizers by themselves.</summary>
public class TrialTests
{
    private static readonly TensorType Row = new(ElementType.Float, Shape.Of(1, 4));

    [Test]
    public void A_handler_by_itself()
    {
        #region trial-handler
        var graph = new Graph();
        Value x = graph.AddInput("x", new TensorType(ElementType.Float, Shape.Of(1, 4)));
        graph.AddOutput(graph.AddNode("Softshrink", [x], TfLiteOps.CustomDomain).AddOutput("y", x.Type));
        ConversionResult result = Trial.Of(new SoftshrinkHandler(), graph).ToOnnx(opset: 18);
        #endregion
        Assert.That(SourceGraph.Run(result, -2f, -0.25f, 0.5f, 1f), Is.EqualTo(new[] { -1.5f, 0f, 0f, 0.5f }));
    }

    [Test]
    public void A_rewriter_by_itself()
    {
        #region trial-rewriter
        var graph = new Graph();
        Value x = graph.AddInput("x", new TensorType(ElementType.Float, Shape.Of(1, 4)));
        Value e = graph.AddNode("ExpOfMinus", [x], TfLiteOps.CustomDomain).AddOutput("e", x.Type);
        graph.AddOutput(graph.AddNode("OneOverOnePlus", [e], TfLiteOps.CustomDomain).AddOutput("y", x.Type));
        ConversionReport report = Trial.Run(new SplitSigmoidRewriter(), graph);
        #endregion
        Assert.That(report.Passes[nameof(SplitSigmoidRewriter)], Is.EqualTo(1));
        Assert.That(graph.Nodes.Select(node => node.OpType), Is.EqualTo(new[] { TfLiteOps.Logistic }));
    }

    [TestCase(false)]
    [TestCase(true)]
    public void An_optimizer_by_itself_writes_what_its_emitter_gives(bool isTurned)
    {
        var graph = new Graph();
        Value x = graph.AddInput("x", Row);
        Value one = graph.AddInitializer("one", TensorData.Scalar(1f));
        Value magnitude = graph.AddNode("Abs", [x]).AddOutput("magnitude", Row);
        Value sum = graph.AddNode("Add", isTurned ? [magnitude, one] : [one, magnitude]).AddOutput("sum", Row);
        graph.AddOutput(graph.AddNode("Div", [x, sum]).AddOutput("y", Row));
        var model = new Model(graph) { OpsetImports = { [""] = 18 } };
        PassReport report = Trial.Run(new SoftsignOptimizer(), model);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(graph.Nodes.Select(node => node.OpType), Is.EqualTo(new[] { "Softsign" }));
            Assert.That(graph.Outputs.Single().Name, Is.EqualTo("y"));
            Assert.That((report.Rounds, report.Changes[nameof(SoftsignOptimizer)], report.Warning), Is.EqualTo((1, 1, (string?)null)));
        }
    }

    [Test]
    public void The_built_in_passes_run_on_any_model()
    {
        var graph = new Graph();
        Value x = graph.AddInput("x", Row);
        Value same = graph.AddNode("Identity", [x]).AddOutput("same", Row);
        graph.AddOutput(graph.AddNode("Neg", [same]).AddOutput("y", Row));
        #region runner
        var model = new Model(graph) { OpsetImports = { [""] = 18 } };
        PassReport report = new PassRunner(BuiltInPasses.Create()).Run(new OptimizerContext(model));
        #endregion
        Assert.That(graph.NodeCount, Is.EqualTo(1));
        Assert.That(report.Unfinished, Is.Empty);
    }

    [Test]
    public void A_graph_is_divided_into_parts_with_what_goes_in_and_out()
    {
        var graph = new Graph();
        Value x = graph.AddInput("x", Row);
        Value weight = graph.AddInitializer("weight", TensorData.Vector(1f, 2f, 3f, 4f));
        Value a = graph.AddNode("Mul", [x, weight]).AddOutput("a", Row);
        Value b = graph.AddNode("Abs", [a]).AddOutput("b", Row);
        Value c = graph.AddNode("Erf", [b]).AddOutput("c", Row);
        graph.AddOutput(graph.AddNode("Add", [a, c]).AddOutput("y", Row));
        IReadOnlyList<Partition> parts = GraphPartitioner.Plan(graph, node => node.OpType != "Erf");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(parts.Select(part => string.Join(' ', part.Nodes.Select(node => node.OpType))), Is.EqualTo(new[] { "Mul Abs", "Add" }));
            Assert.That(parts.Select(part => string.Join(' ', part.Inputs.Select(value => value.Name))), Is.EqualTo(new[] { "x", "a c" }));
            Assert.That(parts[0].Constants, Is.EqualTo(new[] { weight }));
            Assert.That(parts.Select(part => string.Join(' ', part.Outputs.Select(value => value.Name))), Is.EqualTo(new[] { "a b", "y" }));
        }
    }
}
