using System.Collections.Immutable;
using OnnxConvert.Ir;

namespace OnnxConvert.OrtFormat;

/// <summary>
/// Divides a graph as ONNX Runtime does for an execution provider (its CreateSupportedPartitionNodeGroups): nodes are taken in
/// waves of what is ready. A group takes what it can; unsupported nodes that read from it wait until nothing more can join, so
/// that no path leaves a group and comes back.
/// </summary>
internal sealed class PartitionPlanner
{
    private readonly Graph _graph;
    private readonly Func<Node, NodeSupport> _support;
    private readonly Dictionary<Node, Node[]> _consumers = [];
    private readonly Dictionary<Node, int> _waitingFor = [];
    private readonly ImmutableArray<int>.Builder _sizes = ImmutableArray.CreateBuilder<int>();
    private readonly HashSet<Node> _border = [];
    private int _groupSize;

    private PartitionPlanner(Graph graph, Func<Node, NodeSupport> support)
    {
        _graph = graph;
        _support = support;
    }

    public static Partitioning Plan(Graph graph, Func<Node, NodeSupport> support) => new PartitionPlanner(graph, support).Run();

    private Partitioning Run()
    {
        FindConsumers();
        SortedSet<string> operators = new(StringComparer.Ordinal);
        int ofOperator = 0;
        int ofShape = 0;
        int ofForm = 0;
        var ready = new Queue<Node>(_graph.Nodes.Where(node => _waitingFor[node] == 0));
        var waiting = new Queue<Node>();
        while (ready.Count > 0 || waiting.Count > 0)
        {
            if (ready.Count == 0)
            {
                CloseGroup();
                (ready, waiting) = (waiting, ready);
                continue;
            }

            Node node = ready.Dequeue();
            NodeSupport support = _support(node);
            if (support == NodeSupport.Supported)
            {
                _groupSize++;
                _border.Remove(node);
                _border.UnionWith(_consumers[node]);
            }
            else if (_border.Contains(node))
            {
                waiting.Enqueue(node);
                continue;
            }
            else
            {
                if (support.HasFlag(NodeSupport.UnsupportedOperator))
                {
                    ofOperator++;
                    operators.Add($"{(node.Domain.Length == 0 ? OperatorVersion.OnnxDomain : node.Domain)}:{node.OpType}");
                }

                ofShape += support.HasFlag(NodeSupport.DynamicShape) ? 1 : 0;
                ofForm += support.HasFlag(NodeSupport.UnsupportedForm) ? 1 : 0;
            }

            foreach (Node consumer in _consumers[node])
            {
                if (--_waitingFor[consumer] == 0)
                    ready.Enqueue(consumer);
            }
        }

        CloseGroup();
        int inner = _graph.SelfAndSubgraphs().Skip(1).Sum(graph => graph.NodeCount);
        return new Partitioning
        {
            Sizes = _sizes.ToImmutable(),
            Nodes = _graph.NodeCount + inner,
            NodesInSubgraphs = inner,
            UnsupportedOperators = ImmutableSortedSet.CreateRange(StringComparer.Ordinal, operators),
            NodesOfUnsupportedOperators = ofOperator,
            NodesOfDynamicShape = ofShape,
            NodesOfUnsupportedForm = ofForm,
        };
    }

    private void CloseGroup()
    {
        if (_groupSize > 0)
            _sizes.Add(_groupSize);
        _groupSize = 0;
        _border.Clear();
    }

    private void FindConsumers()
    {
        foreach (Node node in _graph.Nodes)
            _waitingFor[node] = 0;
        foreach (Node node in _graph.Nodes)
        {
            Node[] consumers = [.. node.Outputs.SelectMany(output => output.Uses).Select(use => AtThisLevel(use.Node)).OfType<Node>().Distinct()];
            _consumers[node] = consumers;
            foreach (Node consumer in consumers)
                _waitingFor[consumer]++;
        }
    }

    /// <summary>A node of an inner graph reads for the node that the inner graph belongs to.</summary>
    private Node? AtThisLevel(Node node)
    {
        Node? outer = node;
        while (outer is not null && !ReferenceEquals(outer.Graph, _graph))
            outer = outer.Graph?.Owner;
        return outer;
    }
}
