using OnnxConvert.Ir;
using OnnxConvert.Optimizers;

namespace OnnxConvert.Core.Tests.Optimizers;

public class IdentityOptimizerTests
{
    private static readonly Dimension[] Sizes = ["batch", 4];

    private static IEnumerable<TestCaseData> Neutral()
    {
        yield return Case("Identity", (t, x) => t.Node("Identity", [x]));
        yield return Case("Dropout", (t, x) => t.Node("Dropout", [x]));
        yield return Case("Dropout not training", (t, x) => t.Node("Dropout", [x, null, t.Const(TensorData.Scalar(false))]));
        yield return Case("Cast to the same type", (t, x) => t.Node("Cast", [x], new NodeAttribute("to", 1L)));
        yield return Case("Concat of one", (t, x) => t.Node("Concat", [x], new NodeAttribute("axis", 0L)));
        yield return Case("Max of one", (t, x) => t.Node("Max", [x]));
        yield return Case("Add 0", (t, x) => t.Node("Add", [x, t.Const(TensorData.Scalar(0f))]));
        yield return Case("0 added", (t, x) => t.Node("Add", [t.Const(TensorData.Vector(0f, 0f, 0f, 0f)), x]));
        yield return Case("Sub 0", (t, x) => t.Node("Sub", [x, t.Const(TensorData.Scalar(0f))]));
        yield return Case("Mul 1", (t, x) => t.Node("Mul", [x, t.Const(TensorData.Vector(1f))]));
        yield return Case("Div 1", (t, x) => t.Node("Div", [x, t.Const(TensorData.Scalar(1f))]));
        yield return Case("Slice of everything", (t, x) => t.Node("Slice", [x, t.Ints(0), t.Ints(4), t.Ints(1)]));
        yield return Case("Slice to the end", (t, x) => t.Node("Slice", [x, t.Ints(0), t.Ints(long.MaxValue), t.Ints(0)]));
        yield return Case("Pad of nothing", (t, x) => t.Node("Pad", [x, t.Ints(0, 0, 0, 0)]));
        yield return Case("Tile once", (t, x) => t.Node("Tile", [x, t.Ints(1, 1)]));
        yield return Case("Expand to 1", (t, x) => t.Node("Expand", [x, t.Ints(1, 1)]));
        yield return Case("Unsqueeze without axes", (t, x) => t.Node("Unsqueeze", [x, t.Ints()]));
        yield return Case("Clip without bounds", (t, x) => t.Node("Clip", [x]));
        yield return Case("Where always", (t, x) => t.Node("Where", [t.Const(TensorData.Vector(true)), x, t.Const(TensorData.Scalar(1f))]));
    }

    private static IEnumerable<TestCaseData> Effective()
    {
        yield return Case("0 minus x", (t, x) => t.Node("Sub", [t.Const(TensorData.Scalar(0f)), x]));
        yield return Case("Add 0 that broadcasts", (t, x) => t.Node("Add", [x, t.Const(TensorData.Create<float>(new float[4], 1, 1, 4))]));
        yield return Case("Add 0 along an unknown size", (t, x) => t.Node("Add", [x, t.Const(TensorData.Create<float>(new float[8], 2, 4))]));
        yield return Case("Mul by not only 1", (t, x) => t.Node("Mul", [x, t.Const(TensorData.Vector(1f, 1f, 1f, 2f))]));
        yield return Case("Slice backwards", (t, x) => t.Node("Slice", [x, t.Ints(3), t.Ints(long.MinValue), t.Ints(1), t.Ints(-1)]));
        yield return Case("Slice of a part", (t, x) => t.Node("Slice", [x, t.Ints(1), t.Ints(4), t.Ints(1)]));
        yield return Case("Dropout maybe training", (t, x) => t.Node("Dropout", [x, null, t.Input("training", ElementType.Bool)]));
        yield return Case("Where mixed", (t, x) => t.Node("Where", [t.Const(TensorData.Vector(true, false, true, true)), x, t.Const(TensorData.Scalar(1f))]));
        yield return Case("Cast to another type", (t, x) => t.Node("Cast", [x], new NodeAttribute("to", (long)ElementType.Double)));
        yield return Case("Clip with a bound", (t, x) => t.Node("Clip", [x, null, t.Const(TensorData.Scalar(1f))]));
    }

    [TestCaseSource(nameof(Neutral))]
    public void Removes(Func<TestGraph, Value, Value> build)
    {
        var test = new TestGraph();
        test.Output(build(test, test.Input("x", Sizes)));
        Assert.That(test.After<IdentityOptimizer>(changes: true), Is.EqualTo(new[] { "Erf" }));
    }

    [TestCaseSource(nameof(Effective))]
    public void Keeps(Func<TestGraph, Value, Value> build)
    {
        var test = new TestGraph();
        test.Output(build(test, test.Input("x", Sizes)));
        Assert.That(test.After<IdentityOptimizer>(changes: false), Has.Count.EqualTo(2));
    }

    [Test]
    public void Keeps_an_Identity_between_a_graph_input_and_a_graph_output()
    {
        var test = new TestGraph();
        test.Graph.AddOutput(test.Node("Identity", [test.Input("x", Sizes)]));
        Assert.That(test.After<IdentityOptimizer>(changes: false), Is.EqualTo(new[] { "Identity" }));
    }

    [Test]
    public void Gives_the_name_of_a_graph_output_to_what_computes_it()
    {
        var test = new TestGraph();
        Value output = test.Node("Identity", [test.Node("Erf", [test.Input("x", Sizes)])]);
        output.Name = "answer";
        test.Graph.AddOutput(output);
        Assert.That(test.After<IdentityOptimizer>(changes: true), Is.EqualTo(new[] { "Erf" }));
        Assert.That(test.Graph.Outputs[0].Name, Is.EqualTo("answer"));
    }

    private static TestCaseData Case(string name, Func<TestGraph, Value, Value> build) => new TestCaseData(build).SetArgDisplayNames(name);
}
