using Google.FlatBuffers;
using OnnxConvert.Ir;
using Fbs = OnnxConvert.OrtFormat.Schema;

namespace OnnxConvert.OrtFormat.Writing;

/// <summary>The edges between the nodes of one graph. Values that inner graphs read count as inputs behind the node's own.</summary>
internal sealed class EdgeWriter
{
    private readonly List<Edge>[] _inputs;
    private readonly List<Edge>[] _outputs;

    /// <param name="nodes">The nodes with their indices.</param>
    /// <param name="implicitInputs">The values that the inner graphs of a node read.</param>
    public EdgeWriter(OrderedDictionary<Node, int> nodes, Func<Node, IReadOnlyList<Value>> implicitInputs)
    {
        _inputs = [.. nodes.Select(_ => new List<Edge>())];
        _outputs = [.. nodes.Select(_ => new List<Edge>())];
        foreach ((Node node, int index) in nodes)
        {
            int position = 0;
            foreach (Value? input in node.Inputs.Concat(implicitInputs(node)))
            {
                if (input?.Producer is { } producer && nodes.TryGetValue(producer, out int from))
                {
                    _inputs[index].Add(new Edge(from, input.ProducerIndex, position));
                    _outputs[from].Add(new Edge(index, input.ProducerIndex, position));
                }

                position++;
            }
        }
    }

    public Offset<Fbs.NodeEdge>[] Write(FlatBufferBuilder builder)
    {
        var edges = new Offset<Fbs.NodeEdge>[_inputs.Length];
        for (int i = 0; i < edges.Length; i++)
        {
            Fbs.NodeEdge.StartInputEdgesVector(builder, _inputs[i].Count);
            VectorOffset inputs = Write(builder, _inputs[i]);
            Fbs.NodeEdge.StartOutputEdgesVector(builder, _outputs[i].Count);
            VectorOffset outputs = Write(builder, _outputs[i]);
            edges[i] = Fbs.NodeEdge.CreateNodeEdge(builder, (uint)i, inputs, outputs);
        }

        return edges;
    }

    private static VectorOffset Write(FlatBufferBuilder builder, List<Edge> edges)
    {
        for (int i = edges.Count - 1; i >= 0; i--)
            Fbs.EdgeEnd.CreateEdgeEnd(builder, (uint)edges[i].Node, edges[i].Output, edges[i].Input);
        return builder.EndVector();
    }

    /// <param name="Node">The node at the other end.</param>
    /// <param name="Output">The position among the producer's outputs.</param>
    /// <param name="Input">The position among the consumer's inputs.</param>
    private readonly record struct Edge(int Node, int Output, int Input);
}
