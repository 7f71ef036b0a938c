using System.Diagnostics;
using OnnxConvert.Ir;
using OnnxConvert.Optimizers;

namespace OnnxConvert.Core.Tests.Optimizers;

public class DuplicateOptimizerTests
{
    [Test]
    public void Merges_equal_constants_and_then_equal_nodes()
    {
        var test = new TestGraph();
        Value x = test.Input("x", 2);
        Value sum = test.Node("Add", [test.Node("Mul", [x, test.Const(TensorData.Scalar(2f))]), test.Node("Mul", [x, test.Const(TensorData.Scalar(2f))])]);
        test.Output(sum);
        Assert.That(test.After<DuplicateOptimizer>(changes: true), Is.EqualTo(new[] { "Mul", "Add", "Erf" }));
        Assert.That(test.Graph.Initializers, Has.Count.EqualTo(1));
    }

    [Test]
    public void Merges_large_permuted_weights_by_their_sources()
    {
        var test = new TestGraph();
        Value x = test.Input("x", 200, 100);
        TensorData[] weights = [.. Enumerable.Range(0, 3).Select(i => TensorData.Create<float>([.. Enumerable.Range(0, 20_000).Select(n => n == 777 && i == 2 ? -1f : n)], 100, 200).Transpose(1, 0))];
        foreach (TensorData weight in weights)
            test.Output(test.Node("Add", [x, test.Const(weight)]), $"y{test.Graph.NodeCount}");
        test.After<DuplicateOptimizer>(changes: true);
        Assert.That(test.Graph.Initializers, Has.Count.EqualTo(2));
    }

    [Test]
    public void Keeps_nodes_that_differ_in_an_attribute()
    {
        var test = new TestGraph();
        Value x = test.Input("x", 2, 2);
        test.Output(test.Node("Add", [test.Node("LeakyRelu", [x], new NodeAttribute("alpha", 0.1f)), test.Node("LeakyRelu", [x], new NodeAttribute("alpha", 0.2f))]));
        Assert.That(test.After<DuplicateOptimizer>(changes: false), Has.Count.EqualTo(4));
    }

    [Test]
    public void Keeps_random_nodes()
    {
        var test = new TestGraph();
        Value x = test.Input("x", 2);
        test.Output(test.Node("Add", [test.Node("RandomNormalLike", [x]), test.Node("RandomNormalLike", [x])]));
        Assert.That(test.After<DuplicateOptimizer>(changes: false), Has.Count.EqualTo(4));
    }

    [Test]
    public void Keeps_the_names_of_graph_outputs()
    {
        var test = new TestGraph();
        Value x = test.Input("x", 2);
        test.Output(test.Node("Abs", [x]), "left");
        test.Output(test.Node("Abs", [x]), "right");
        Assert.That(test.After<DuplicateOptimizer>(changes: true), Is.EqualTo(new[] { "Abs", "Erf", "Erf" }));
        Assert.That(test.Graph.Outputs.Select(output => output.Name), Is.EqualTo(new[] { "left", "right" }));
    }

    [Test]
    public void Takes_time_in_proportion_to_the_model()
    {
        var test = new TestGraph();
        Value x = test.Input("x", ElementType.Int64, 1);
        for (int i = 0; i < 20_000; i++)
        {
            Node node = test.Graph.AddNode("Add", [x, test.Ints((i % 100) + 1)]);
            x = node.AddOutput("sum", x.Type);
        }

        test.Graph.AddOutput(x);
        var watch = Stopwatch.StartNew();
        test.Run<ConstantFoldingOptimizer>();
        test.Run<IdentityOptimizer>();
        test.Run<CastChainOptimizer>();
        test.Run<ClampChainOptimizer>();
        test.Run<DuplicateOptimizer>();
        test.Run<ReshapeChainOptimizer>();
        OnnxConvert.Rewriting.DeadCode.Remove(test.Graph);
        OnnxConvert.Rewriting.UniqueNames.Assign(test.Graph);
        Assert.That(test.Graph.Initializers, Has.Count.EqualTo(100));
        Assert.That(watch.ElapsedMilliseconds, Is.LessThan(10_000), "far above what it takes, since machines are busy");
        TestContext.Out.WriteLine($"{watch.ElapsedMilliseconds} ms");
    }
}
