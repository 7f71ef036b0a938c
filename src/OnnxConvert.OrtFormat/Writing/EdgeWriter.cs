using Google.FlatBuffers;
using OnnxConvert.Ir;
using Fbs = OnnxConvert.OrtFormat.Schema;

namespace OnnxConvert.OrtFormat.Writing;

/// <summary>The edges between the nodes of one graph. Values that inner graphs read count as inputs behind the node's own.</summary>
internal sealed class EdgeWriter
{
    private readonly EdgeLists _inputs;
    private readonly EdgeLists _outputs;

    /// <param name="nodes">The nodes with their indices.</param>
    /// <param name="implicitInputs">The values that the inner graphs of a node read.</param>
    public EdgeWriter(OrderedDictionary<Node, int> nodes, Func<Node, IReadOnlyList<Value>> implicitInputs)
    {
        _inputs = new EdgeLists(nodes.Count);
        _outputs = new EdgeLists(nodes.Count);
        foreach ((int from, int to, Edge _, Edge _) in Edges(nodes, implicitInputs))
        {
            _inputs.Count(to);
            _outputs.Count(from);
        }

        foreach ((int from, int to, Edge input, Edge output) in Edges(nodes, implicitInputs))
        {
            _inputs.Add(to, input);
            _outputs.Add(from, output);
        }
    }

    public Offset<Fbs.NodeEdge>[] Write(FlatBufferBuilder builder)
    {
        var edges = new Offset<Fbs.NodeEdge>[_inputs.NodeCount];
        for (int i = 0; i < edges.Length; i++)
        {
            Fbs.NodeEdge.StartInputEdgesVector(builder, _inputs.Of(i).Length);
            VectorOffset inputs = Write(builder, _inputs.Of(i));
            Fbs.NodeEdge.StartOutputEdgesVector(builder, _outputs.Of(i).Length);
            VectorOffset outputs = Write(builder, _outputs.Of(i));
            edges[i] = Fbs.NodeEdge.CreateNodeEdge(builder, (uint)i, inputs, outputs);
        }

        return edges;
    }

    private static IEnumerable<(int From, int To, Edge Input, Edge Output)> Edges(OrderedDictionary<Node, int> nodes, Func<Node, IReadOnlyList<Value>> implicitInputs)
    {
        foreach ((Node node, int index) in nodes)
        {
            int position = 0;
            foreach (Value? input in node.Inputs.Concat(implicitInputs(node)))
            {
                if (input?.Producer is { } producer && nodes.TryGetValue(producer, out int from))
                    yield return (from, index, new Edge(from, input.ProducerIndex, position), new Edge(index, input.ProducerIndex, position));
                position++;
            }
        }
    }

    private static VectorOffset Write(FlatBufferBuilder builder, ReadOnlySpan<Edge> edges)
    {
        for (int i = edges.Length - 1; i >= 0; i--)
            Fbs.EdgeEnd.CreateEdgeEnd(builder, (uint)edges[i].Node, edges[i].Output, edges[i].Input);
        return builder.EndVector();
    }

    /// <param name="Node">The node at the other end.</param>
    /// <param name="Output">The position among the producer's outputs.</param>
    /// <param name="Input">The position among the consumer's inputs.</param>
    private readonly record struct Edge(int Node, int Output, int Input);

    /// <summary>A list of edges for each node, one behind the other: counted first, then filled.</summary>
    private sealed class EdgeLists(int nodeCount)
    {
        // Where each node's list ends, once it is filled; before, where its next edge goes.
        private readonly int[] _ends = new int[nodeCount + 1];
        private Edge[]? _edges;

        public int NodeCount => nodeCount;

        public void Count(int node) => _ends[node + 1]++;

        public void Add(int node, Edge edge)
        {
            if (_edges is null)
            {
                for (int i = 0; i < nodeCount; i++)
                    _ends[i + 1] += _ends[i];
                _edges = new Edge[_ends[nodeCount]];
            }

            _edges[_ends[node]++] = edge;
        }

        public ReadOnlySpan<Edge> Of(int node) => _edges.AsSpan(node == 0 ? 0 : _ends[node - 1], _ends[node] - (node == 0 ? 0 : _ends[node - 1]));
    }
}
