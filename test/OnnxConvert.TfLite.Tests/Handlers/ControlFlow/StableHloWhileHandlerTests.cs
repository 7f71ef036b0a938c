using OnnxConvert.Ir;
using static OnnxConvert.TfLite.Tests.SourceGraphs;

namespace OnnxConvert.TfLite.Tests.Handlers;

internal sealed class StableHloWhileHandlerTests
{
    [TestCase(0, 8f)]
    [TestCase(2, 2f)]
    [TestCase(3, 1f)]
    public void Runs_while_the_condition_holds(int start, float expected)
    {
        var model = new SourceGraphs();
        (Graph main, Graph condition, Graph body) = (model.Add("main"), model.Add("condition"), model.Add("body"));
        Node loop = main.Node(TfLiteOps.StableHloWhile, [main.Scalar("i", ElementType.Int32), main.Vector("v")], ("cond_subgraph_index", 1), ("body_subgraph_index", 2));
        loop.AddOutput("count", new TensorType(ElementType.Int32, Shape.Scalar));
        main.AddOutput(loop.AddOutput("result", new TensorType(ElementType.Float, Shape.Of(2))));
        condition.AddOutput(condition.Op(TfLiteOps.Less, ElementType.Bool, [condition.Scalar("i", ElementType.Int32), condition.Const(3)]));
        condition.Vector("v");
        body.AddOutput(body.Op(TfLiteOps.Add, ElementType.Int32, [body.Scalar("i", ElementType.Int32), body.Const(1)]));
        Value value = body.Vector("v");
        body.AddOutput(body.Op(TfLiteOps.Add, [value, value]));
        Assert.That(model.Run([Feed(start), Feed(1, -1)]), Is.EqualTo(new float[][] { [expected, -expected] }));
    }
}
