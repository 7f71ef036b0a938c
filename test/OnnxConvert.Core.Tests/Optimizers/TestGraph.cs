using Microsoft.Extensions.Logging.Abstractions;
using OnnxConvert.Checking;
using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;
using OnnxConvert.Rewriting;

namespace OnnxConvert.Core.Tests.Optimizers;

/// <summary>Builds a small graph and runs an optimizer on it.</summary>
public sealed class TestGraph(long opset = 18)
{
    public Graph Graph { get; } = new("test");

    public IEnumerable<string> OpTypes => Graph.Nodes.Select(node => node.OpType);

    public Value Input(string name, ElementType type, params Dimension[] shape) => Graph.AddInput(name, new TensorType(type, new Shape(shape)));

    public Value Input(string name, params Dimension[] shape) => Input(name, ElementType.Float, shape);

    public Value Const(TensorData data) => Graph.AddInitializer("const", data);

    public Value Ints(params long[] values) => Const(TensorData.Vector<long>(values));

    public Value Node(string opType, Value?[] inputs, params NodeAttribute[] attributes)
    {
        Node node = Graph.AddNode(opType, inputs);
        foreach (NodeAttribute attribute in attributes)
            node.Attributes.Set(attribute);
        Value output = node.AddOutput($"{opType}_{Graph.NodeCount}");
        ShapeInference.InferNode(node, (int)opset);
        return output;
    }

    /// <summary>An operator between a value and the graph's output, which no optimizer here knows.</summary>
    public void Output(Value value, string name = "y")
    {
        Value output = Node("Erf", [value]);
        output.Name = name;
        Graph.AddOutput(output);
    }

    public bool Run<TOptimizer>()
        where TOptimizer : IOptimizer, new() => new TOptimizer().Optimize(new OptimizerContext(new Model(Graph) { OpsetImports = { [""] = opset } }, NullLogger.Instance));

    /// <summary>
    /// Runs the optimizer, checks that a second run finds nothing to do, that the graph is sound and that it computes what it did
    /// before, and gives the operators that are left.
    /// </summary>
    public IReadOnlyList<string> After<TOptimizer>(bool changes, bool compares = true)
        where TOptimizer : IOptimizer, new()
    {
        Model model = Finish();
        var before = changes && compares ? OnnxRunner.Run(model) : [];
        Assert.That(Run<TOptimizer>(), Is.EqualTo(changes), "changed");
        Finish();
        if (changes)
            Assert.That(Run<TOptimizer>(), Is.False, "changed again");
        if (changes && compares)
            OnnxRunner.AssertEqual(OnnxRunner.Run(model), before, 1e-6);
        return [.. OpTypes];
    }

    internal Model Finish()
    {
        DeadCode.Remove(Graph);
        UniqueNames.Assign(Graph);
        foreach (Graph graph in Graph.SelfAndSubgraphs().ToArray())
            graph.Sort();
        var model = new Model(Graph) { OpsetImports = { [""] = opset } };
        ShapeInference.Infer(model);
        ModelChecker.EnsureValid(model);
        return model;
    }
}
