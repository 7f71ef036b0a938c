using OnnxConvert.Ir;
using OnnxConvert.Optimizers;

namespace OnnxConvert.Core.Tests.Optimizers;

public class TransposeMergeOptimizerTests
{
    [Test]
    public void Two_transposes_become_one()
    {
        var b = new GraphBuilder();
        b.Output(b.Emit.Transpose(b.Emit.Transpose(b.Input("x", 2, 3, 4), 1, 2, 0), 0, 2, 1), "y");
        Assert.That((Run(b), b.Count("Transpose")), Is.EqualTo((1, 1)));
    }

    [Test]
    public void Transposes_that_cancel_vanish()
    {
        var b = new GraphBuilder();
        b.Output(b.Emit.Unary("Relu", b.Emit.ToChannelsLast(b.Emit.ToChannelsFirst(b.Input("x", 1, 2, 3, 4)))), "y");
        Assert.That((Run(b), b.Count("Transpose")), Is.EqualTo((1, 0)));
    }

    [Test]
    public void A_graph_output_takes_over_the_value_before()
    {
        var b = new GraphBuilder();
        b.Output(b.Emit.ToChannelsLast(b.Emit.ToChannelsFirst(b.Emit.Unary("Relu", b.Input("x", 1, 2, 3, 4)))), "y");
        Assert.That((Run(b), b.Count("Transpose"), b.Graph.Outputs[0].Producer!.OpType), Is.EqualTo((1, 0, "Relu")));
    }

    [Test]
    public void An_identity_from_graph_input_to_graph_output_stays_and_is_no_change()
    {
        var b = new GraphBuilder();
        b.Output(Identity(b, b.Input("x", 2, 3)), "y");
        Assert.That((Run(b), b.Count("Transpose")), Is.EqualTo((0, 1)));
    }

    [Test]
    public void An_identity_behind_a_graph_output_stays()
    {
        var b = new GraphBuilder();
        Value relu = b.Emit.Unary("Relu", b.Input("x", 2, 3));
        b.Output(relu, "first");
        b.Output(Identity(b, relu), "second");
        Assert.That((Run(b), b.Count("Transpose")), Is.EqualTo((0, 1)));
    }

    [Test]
    public void A_first_transpose_with_other_readers_stays()
    {
        var b = new GraphBuilder();
        Value first = b.Emit.Transpose(b.Input("x", 2, 3), 1, 0);
        b.Output(b.Emit.Unary("Relu", b.Emit.Transpose(first, 1, 0)), "y");
        b.Output(first, "z");
        Assert.That((Run(b), b.Count("Transpose")), Is.EqualTo((1, 1)));
    }

    [Test]
    public void Constants_are_transposed_at_once()
    {
        var b = new GraphBuilder();
        Value transposed = b.Emit.Node("Transpose", [b.Random(3, 2)], new NodeAttribute("perm", [1, 0]));
        b.Output(b.Emit.Add(b.Input("x", 2, 3), transposed), "y");
        Assert.That((Run(b), b.Count("Transpose")), Is.EqualTo((1, 0)));
    }

    [Test]
    public void A_transposed_constant_that_is_a_graph_output_stays_computed()
    {
        var b = new GraphBuilder();
        b.Output(b.Emit.Node("Transpose", [b.Random(3, 2)], new NodeAttribute("perm", [1, 0])), "y");
        Assert.That((Run(b), b.Graph.Outputs[0].Producer!.OpType), Is.EqualTo((0, "Transpose")));
    }

    [Test]
    public void The_shape_is_read_before_the_transpose()
    {
        var b = new GraphBuilder();
        Value transposed = b.Emit.Transpose(b.Input("x", 2, 3, 4), 2, 0, 1);
        b.Output(b.Emit.Cast(b.Emit.Node("Shape", [transposed]), ElementType.Int32), "y");
        Assert.That((Run(b), b.Count("Transpose"), b.Count("Gather")), Is.EqualTo((1, 0, 1)));
    }

    [TestCase("start")]
    [TestCase("end")]
    public void A_part_of_a_shape_is_left_alone(string attribute)
    {
        var b = new GraphBuilder();
        Value transposed = b.Emit.Transpose(b.Input("x", 2, 3, 4), 2, 0, 1);
        b.Output(b.Emit.Cast(b.Emit.Node("Shape", [transposed], new NodeAttribute(attribute, 1L)), ElementType.Int32), "y");
        Assert.That(Run(b), Is.Zero);
    }

    [Test]
    public void A_transpose_without_permutation_is_left_alone()
    {
        var b = new GraphBuilder();
        b.Output(b.Emit.Transpose(b.Emit.Node("Transpose", [b.Input("x", 2, 3)]), 1, 0), "y");
        Assert.That(Run(b), Is.Zero);
    }

    [Test]
    public void Transposes_in_branches_merge_too()
    {
        var b = new GraphBuilder();
        Value transposed = b.Emit.Transpose(b.Input("x", 2, 3), 1, 0);
        b.Output(Branches.If(b, branch => branch.Transpose(branch.Transpose(transposed, 1, 0), 1, 0)), "y");
        Assert.That((Run(b), b.Count("Transpose")), Is.EqualTo((1, 3)));
    }

    private static Value Identity(GraphBuilder b, Value x) => b.Emit.Node("Transpose", [x], new NodeAttribute("perm", [.. Enumerable.Range(0, x.Shape!.Rank).Select(axis => (long)axis)]));

    private static int Run(GraphBuilder b) => OptimizerTest.Run(b, new TransposeMergeOptimizer());
}
