using Microsoft.Extensions.Logging.Abstractions;
using OnnxConvert.Extensibility;
using OnnxConvert.Ir;
using OnnxConvert.Onnx.Inference;
using OnnxConvert.Pipeline;

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

    /// <summary>Runs the optimizer, checks that a second run finds nothing to do and that the graph is sound, and gives the operators that are left.</summary>
    public IReadOnlyList<string> After<TOptimizer>(bool changes)
        where TOptimizer : IOptimizer, new()
    {
        Assert.That(Run<TOptimizer>(), Is.EqualTo(changes), "changed");
        DeadCode.Remove(Graph);
        if (changes)
            Assert.That(Run<TOptimizer>(), Is.False, "changed again");
        UniqueNames.Assign(Graph);
        Graph.Sort();
        var model = new Model(Graph) { OpsetImports = { [""] = opset } };
        ShapeInference.Run(model);
        ModelChecker.EnsureValid(model);
        return [.. OpTypes];
    }
}
