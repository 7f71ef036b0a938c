using OnnxConvert.Ir;
using OnnxConvert.Optimizers;

namespace OnnxConvert.Core.Tests.Optimizers;

public class ClampChainOptimizerTests
{
    [Test]
    public void Removes_the_Relu_before_a_narrower_Clip() =>
        Assert.That(After((t, x) => Clip(t, t.Node("Relu", [x]), 0, 6), changes: true), Is.EqualTo(new[] { "Clip", "Erf" }));

    [Test]
    public void Removes_the_Relu_behind_a_Clip_of_positive_numbers() =>
        Assert.That(After((t, x) => t.Node("Relu", [Clip(t, x, 1, 6)]), changes: true), Is.EqualTo(new[] { "Clip", "Erf" }));

    [Test]
    public void Removes_one_of_two_Relus() =>
        Assert.That(After((t, x) => t.Node("Relu", [t.Node("Relu", [x])]), changes: true), Is.EqualTo(new[] { "Relu", "Erf" }));

    [Test]
    public void Removes_a_Max_behind_a_larger_Max() =>
        Assert.That(After((t, x) => t.Node("Max", [t.Const(TensorData.Scalar(1f)), t.Node("Max", [x, t.Const(TensorData.Scalar(2f))])]), changes: true), Is.EqualTo(new[] { "Max", "Erf" }));

    [Test]
    public void Keeps_intervals_that_overlap() =>
        Assert.That(After((t, x) => t.Node("Relu", [Clip(t, x, -1, 6)]), changes: false), Has.Count.EqualTo(3));

    [Test]
    public void Keeps_bounds_that_are_computed() =>
        Assert.That(After((t, x) => t.Node("Relu", [t.Node("Clip", [x, t.Input("low")])]), changes: false), Has.Count.EqualTo(3));

    private static Value Clip(TestGraph test, Value x, float low, float high) =>
        test.Node("Clip", [x, test.Const(TensorData.Scalar(low)), test.Const(TensorData.Scalar(high))]);

    private static IReadOnlyList<string> After(Func<TestGraph, Value, Value> build, bool changes)
    {
        var test = new TestGraph();
        test.Output(build(test, test.Input("x", "batch", 4)));
        return test.After<ClampChainOptimizer>(changes);
    }
}
