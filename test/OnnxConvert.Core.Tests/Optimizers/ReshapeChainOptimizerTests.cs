using OnnxConvert.Ir;
using OnnxConvert.Optimizers;

namespace OnnxConvert.Core.Tests.Optimizers;

public class ReshapeChainOptimizerTests
{
    [Test]
    public void Merges_a_chain_to_one_Reshape()
    {
        var test = new TestGraph();
        Value squeezed = test.Node("Squeeze", [test.Input("x", 1, 4, 1, 6), test.Ints(0, 2)]);
        Value flat = test.Node("Flatten", [test.Node("Unsqueeze", [squeezed, test.Ints(1)])], new NodeAttribute("axis", 0L));
        test.Output(flat);
        Assert.That(test.After<ReshapeChainOptimizer>(changes: true), Is.EqualTo(new[] { "Reshape", "Erf" }));
        Assert.That(TargetOf(test), Is.EqualTo(new[] { 1L, 24 }));
    }

    [Test]
    public void Drops_a_chain_that_ends_as_it_began()
    {
        var test = new TestGraph();
        test.Output(test.Node("Squeeze", [test.Node("Unsqueeze", [test.Input("x", "batch", 4), test.Ints(1)]), test.Ints(1)]));
        Assert.That(test.After<ReshapeChainOptimizer>(changes: true), Is.EqualTo(new[] { "Erf" }));
    }

    [Test]
    public void Leaves_a_batch_of_unknown_size_to_the_run()
    {
        var test = new TestGraph();
        Value unsqueezed = test.Node("Unsqueeze", [test.Input("x", "batch", 2, 3), test.Ints(1)]);
        test.Output(test.Node("Reshape", [unsqueezed, test.Ints(0, 6)]));
        Assert.That(test.After<ReshapeChainOptimizer>(changes: true), Is.EqualTo(new[] { "Reshape", "Erf" }));
        Assert.That(TargetOf(test), Is.EqualTo(new[] { -1L, 6 }));
    }

    [Test]
    public void Copies_one_of_two_unknown_sizes()
    {
        var test = new TestGraph();
        Value unsqueezed = test.Node("Unsqueeze", [test.Input("x", "batch", "length", 3), test.Ints(2)]);
        test.Output(test.Node("Unsqueeze", [unsqueezed, test.Ints(2)]));
        Assert.That(test.After<ReshapeChainOptimizer>(changes: true), Is.EqualTo(new[] { "Reshape", "Erf" }));
        Assert.That(TargetOf(test), Is.EqualTo(new[] { 0L, -1, 1, 1, 3 }));
    }

    [Test]
    public void Takes_a_Transpose_that_moves_no_element_along()
    {
        var test = new TestGraph();
        Value transposed = test.Node("Transpose", [test.Input("x", 1, 1, 4, 6)], new NodeAttribute("perm", [0, 2, 3, 1]));
        test.Output(test.Node("Reshape", [transposed, test.Ints(2, 12)]));
        Assert.That(test.After<ReshapeChainOptimizer>(changes: true), Is.EqualTo(new[] { "Reshape", "Erf" }));
    }

    [Test]
    public void Keeps_a_Transpose_that_moves_elements()
    {
        var test = new TestGraph();
        Value transposed = test.Node("Transpose", [test.Input("x", 1, 2, 4, 6)], new NodeAttribute("perm", [0, 2, 3, 1]));
        test.Output(test.Node("Reshape", [transposed, test.Ints(2, 24)]));
        Assert.That(test.After<ReshapeChainOptimizer>(changes: false), Has.Count.EqualTo(3));
    }

    [Test]
    public void Keeps_a_chain_to_a_computed_shape()
    {
        var test = new TestGraph();
        Value reshaped = test.Node("Reshape", [test.Node("Unsqueeze", [test.Input("x", 4, 6), test.Ints(0)]), test.Input("shape", ElementType.Int64, 3)]);
        test.Output(reshaped);
        Assert.That(test.After<ReshapeChainOptimizer>(changes: false), Has.Count.EqualTo(3));
    }

    [Test]
    public void Keeps_the_inner_one_where_somebody_else_reads_it()
    {
        var test = new TestGraph();
        Value unsqueezed = test.Node("Unsqueeze", [test.Input("x", 4, 6), test.Ints(0)]);
        test.Graph.AddOutput(unsqueezed);
        test.Output(test.Node("Reshape", [unsqueezed, test.Ints(3, 8)]));
        Assert.That(test.After<ReshapeChainOptimizer>(changes: true), Is.EquivalentTo(new[] { "Unsqueeze", "Reshape", "Erf" }));
    }

    private static long[] TargetOf(TestGraph test) => test.Graph.Nodes.First().Inputs[1]!.Constant!.AsSpan<long>().ToArray();
}
