using OnnxConvert.Ir;

namespace OnnxConvert.Rewriting;

/// <summary>
/// Divides a graph between something that takes some of its nodes, such as an accelerator, and something that takes the others.
/// Nodes are taken in waves of what is ready. A group takes what it can; other nodes that read from it wait until nothing more can
/// join, so that no path leaves a group and comes back, and no two groups could be one.
/// </summary>
/// <remarks>ONNX Runtime divides graphs likewise for execution providers (its CreateSupportedPartitionNodeGroups).</remarks>
public sealed class GraphPartitioner
{
    private readonly Graph _graph;
    private readonly Func<Node, bool> _takes;
    private readonly Dictionary<Node, List<Node>> _consumers = [];
    private readonly Dictionary<Node, int> _waitingFor = [];
    private readonly List<Partition> _partitions = [];
    private readonly List<Node> _group = [];
    private readonly HashSet<Node> _border = [];

    private GraphPartitioner(Graph graph, Func<Node, bool> takes)
    {
        _graph = graph;
        _takes = takes;
    }

    /// <summary>The largest groups of nodes that are taken. The same graph always gives the same groups, in the same order.</summary>
    /// <param name="graph">The graph. Graphs inside it belong to the nodes that run them, with what they read from around.</param>
    /// <param name="takes">Whether a node of the graph is taken; asked once for each.</param>
    public static IReadOnlyList<Partition> Plan(Graph graph, Func<Node, bool> takes)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(takes);
        return new GraphPartitioner(graph, takes).Run();
    }

    private List<Partition> Run()
    {
        FindConsumers();
        var taken = _graph.Nodes.Where(_takes).ToHashSet();
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
            if (taken.Contains(node))
            {
                _group.Add(node);
                _border.Remove(node);
                _border.UnionWith(_consumers[node]);
            }
            else if (_border.Contains(node))
            {
                waiting.Enqueue(node);
                continue;
            }

            foreach (Node consumer in _consumers[node])
            {
                if (--_waitingFor[consumer] == 0)
                    ready.Enqueue(consumer);
            }
        }

        CloseGroup();
        return _partitions;
    }

    private void CloseGroup()
    {
        if (_group.Count > 0)
            _partitions.Add(Partition.Of(_group));
        _group.Clear();
        _border.Clear();
    }

    private void FindConsumers()
    {
        var consumers = _graph.Nodes.ToDictionary(node => node, _ => new List<Node>());
        foreach (Node node in _graph.Nodes)
        {
            Node[] producers = [.. Partition.ReadsOf(node).Select(value => value.Producer).OfType<Node>().Where(consumers.ContainsKey).Distinct()];
            _waitingFor[node] = producers.Length;
            foreach (Node producer in producers)
                consumers[producer].Add(node);
        }

        foreach ((Node node, List<Node> readers) in consumers)
            _consumers[node] = readers;
    }
}
