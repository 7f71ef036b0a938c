using OnnxConvert.Checking;
using OnnxConvert.Emission;
using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.Core.Tests;

/// <summary>Builds ONNX graphs for tests, with names and shapes filled in.</summary>
internal sealed class GraphBuilder
{
    private readonly Random _random = new(7);

    internal GraphBuilder(int opset = 18)
    {
        Emit = new Emitter(Graph, opset, new NameScope());
        Model = new Model(Graph) { OpsetImports = { [""] = opset } };
    }

    internal Graph Graph { get; } = new("test");

    internal Emitter Emit { get; }

    internal Model Model { get; }

    internal Value Input(string name, params long[] sizes) => Input(name, ElementType.Float, sizes);

    internal Value Input(string name, ElementType type, params long[] sizes) => Graph.AddInput(name, new TensorType(type, Shape.Of(sizes)));

    internal void Output(Value value, string name)
    {
        value.Name = name;
        Graph.AddOutput(value);
    }

    /// <summary>A constant of random numbers from -1 to 1.</summary>
    internal Value Random(params long[] sizes)
    {
        float[] values = [.. Enumerable.Range(0, (int)sizes.Aggregate(1L, (product, size) => product * size)).Select(_ => (float)((_random.NextDouble() * 2) - 1))];
        return Graph.AddInitializer("w", TensorData.Create<float>(values, sizes));
    }

    /// <summary>A convolution of channels-last data between transposes, as handlers emit it.</summary>
    internal Value ConvNhwc(Value x, long channels, long kernel = 1)
    {
        Value w = Random(channels, x.Shape![3].Size!.Value, kernel, kernel);
        long pad = kernel / 2;
        return Emit.ToChannelsLast(Emit.Conv(Emit.ToChannelsFirst(x), w, null, new Window([kernel, kernel], [1, 1], [1, 1], [pad, pad, pad, pad])));
    }

    internal int Count(string opType) => Graph.SelfAndSubgraphs().SelectMany(graph => graph.Nodes).Count(node => node.OpType == opType);

    /// <summary>Brings order and names into the state in which a finished model has them, and checks it.</summary>
    internal void Finish()
    {
        DeadCode.Remove(Graph);
        foreach (Graph graph in Graph.SelfAndSubgraphs().ToArray())
            graph.Sort();
        UniqueNames.Assign(Graph);
        ModelChecker.EnsureValid(Model);
    }
}
