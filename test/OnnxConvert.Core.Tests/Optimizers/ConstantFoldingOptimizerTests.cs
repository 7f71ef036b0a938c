using OnnxConvert.Ir;
using OnnxConvert.Optimizers;

namespace OnnxConvert.Core.Tests.Optimizers;

public class ConstantFoldingOptimizerTests
{
    [Test]
    public void Computes_a_chain_of_constants_in_one_pass()
    {
        var test = new TestGraph();
        Value sum = test.Node("Add", [test.Const(TensorData.Vector(1f, 2f)), test.Const(TensorData.Scalar(1f))]);
        Value product = test.Node("Mul", [sum, sum]);
        test.Output(test.Node("Add", [test.Input("x", 2), product]));
        Assert.That(test.After<ConstantFoldingOptimizer>(changes: true), Is.EqualTo(new[] { "Add", "Erf" }));
        Assert.That(test.Graph.Nodes.First().Inputs[1]!.Constant!.AsSpan<float>().ToArray(), Is.EqualTo(new[] { 4f, 9f }));
    }

    [Test]
    public void Widens_half_precision_weights()
    {
        var test = new TestGraph();
        Value weights = test.Const(TensorData.Create(new Half[700_000], 700_000));
        test.Output(test.Node("Cast", [weights], new NodeAttribute("to", (long)ElementType.Float)));
        Assert.That(test.After<ConstantFoldingOptimizer>(changes: true), Is.EqualTo(new[] { "Erf" }));
    }

    [Test]
    public void Knows_the_shape_of_what_is_not_constant()
    {
        var test = new TestGraph();
        Value shape = test.Node("Shape", [test.Input("x", 2, 3)]);
        test.Output(test.Node("Cast", [shape], new NodeAttribute("to", (long)ElementType.Float)));
        Assert.That(test.After<ConstantFoldingOptimizer>(changes: true), Is.EqualTo(new[] { "Erf" }));
    }

    [Test]
    public void Picks_the_known_one_of_several_sizes()
    {
        var test = new TestGraph();
        Value size = test.Node("Gather", [test.Node("Shape", [test.Input("x", "batch", 3)]), test.Ints(1)], new NodeAttribute("axis", 0L));
        test.Output(test.Node("Cast", [size], new NodeAttribute("to", (long)ElementType.Float)));
        Assert.That(test.After<ConstantFoldingOptimizer>(changes: true), Is.EqualTo(new[] { "Erf" }));
        Assert.That(test.Graph.Nodes.First().Inputs[0]!.Constant!.AsSpan<float>().ToArray(), Is.EqualTo(new[] { 3f }));
    }

    [Test]
    public void Leaves_the_unknown_size()
    {
        var test = new TestGraph();
        Value size = test.Node("Gather", [test.Node("Shape", [test.Input("x", "batch", 3)]), test.Ints(0)], new NodeAttribute("axis", 0L));
        test.Output(test.Node("Cast", [size], new NodeAttribute("to", (long)ElementType.Float)));
        Assert.That(test.After<ConstantFoldingOptimizer>(changes: false), Has.Count.EqualTo(4));
    }

    [Test]
    public void Leaves_quantized_weights_quantized()
    {
        var test = new TestGraph();
        test.Output(test.Node("DequantizeLinear", [test.Const(TensorData.Vector<sbyte>(1, 2)), test.Const(TensorData.Scalar(0.5f)), test.Const(TensorData.Scalar<sbyte>(0))]));
        Assert.That(test.After<ConstantFoldingOptimizer>(changes: false), Has.Count.EqualTo(2));
    }

    [TestCase(1024, 1024)]
    [TestCase(1L << 31, 1L << 31)]
    public void Does_not_blow_the_model_up(long rows, long columns)
    {
        var test = new TestGraph();
        test.Output(test.Node("Expand", [test.Const(TensorData.Scalar(1f)), test.Ints(rows, columns)]));
        Assert.That(test.After<ConstantFoldingOptimizer>(changes: false), Is.EqualTo(new[] { "Expand", "Erf" }));
    }

    [Test]
    public void Leaves_what_a_caller_can_replace()
    {
        var test = new TestGraph();
        Value input = test.Input("x", 1);
        test.Graph.SetInitializer(input, TensorData.Vector(1f));
        test.Output(test.Node("Neg", [input]));
        Assert.That(test.After<ConstantFoldingOptimizer>(changes: false), Has.Count.EqualTo(2));
    }

    [Test]
    public void Keeps_a_node_and_the_name_for_a_graph_output()
    {
        var test = new TestGraph();
        Value output = test.Node("Neg", [test.Const(TensorData.Vector(1f))]);
        output.Name = "answer";
        test.Graph.AddOutput(output);
        test.Output(output);
        Assert.That(test.After<ConstantFoldingOptimizer>(changes: true), Is.EqualTo(new[] { "Identity", "Erf" }));
        Assert.That(test.Graph.Outputs[0].Name, Is.EqualTo("answer"));
        Assert.That(test.Graph.Nodes.Last().Inputs[0]!.Constant, Is.Not.Null);
    }

    [Test]
    public void Computes_within_branches()
    {
        var test = new TestGraph();
        var branches = new Graph[2];
        for (int i = 0; i < 2; i++)
        {
            branches[i] = new Graph($"branch{i}");
            Node neg = branches[i].AddNode("Neg", [test.Const(TensorData.Vector((float)i))]);
            Node erf = branches[i].AddNode("Erf", [neg.AddOutput("n", new TensorType(ElementType.Float, Shape.Of(1)))]);
            branches[i].AddOutput(erf.AddOutput("r", new TensorType(ElementType.Float, Shape.Of(1))));
        }

        test.Output(test.Node("If", [test.Input("c", ElementType.Bool)], new NodeAttribute("then_branch", branches[0]), new NodeAttribute("else_branch", branches[1])));
        Assert.That(test.After<ConstantFoldingOptimizer>(changes: true), Is.EqualTo(new[] { "If", "Erf" }));
        Assert.That(branches[0].Nodes.Select(node => node.OpType), Is.EqualTo(new[] { "Erf" }));
    }
}
