namespace OnnxConvert.Ir;

public sealed partial class Graph
{
    /// <summary>The nodes in an order in which every value is computed before it is read; ties keep the present order.</summary>
    /// <exception cref="InvalidModelException">The graph has a cycle; the message names a node on it.</exception>
    public List<Node> TopologicalOrder()
    {
        // Depth first from each node in the present order, with a stack of our own: models may be thousands deep.
        var order = new List<Node>(NodeCount);
        var state = new Dictionary<Node, bool>(NodeCount);
        var stack = new Stack<(Node Node, IEnumerator<Node> Dependencies)>();
        foreach (Node root in Nodes)
        {
            if (state.ContainsKey(root))
                continue;
            state[root] = false;
            stack.Push((root, Dependencies(root).GetEnumerator()));
            while (stack.TryPeek(out (Node Node, IEnumerator<Node> Dependencies) top))
            {
                if (!top.Dependencies.MoveNext())
                {
                    state[top.Node] = true;
                    order.Add(top.Node);
                    stack.Pop();
                    continue;
                }

                Node dependency = top.Dependencies.Current;
                if (!state.TryGetValue(dependency, out bool done))
                {
                    state[dependency] = false;
                    stack.Push((dependency, Dependencies(dependency).GetEnumerator()));
                }
                else if (!done)
                {
                    throw new InvalidModelException($"The graph '{Name}' has a cycle through {dependency}.");
                }
            }
        }

        return order;
    }

    /// <summary>The nodes of this graph whose outputs <paramref name="node"/> or an inner graph of it reads.</summary>
    private IEnumerable<Node> Dependencies(Node node)
    {
        foreach (Value? input in node.Inputs)
        {
            if (input?.Producer is { } producer && ReferenceEquals(producer.Graph, this))
                yield return producer;
        }

        foreach (Graph subgraph in node.Subgraphs)
        {
            foreach (Value captured in subgraph.CapturedValues())
            {
                if (captured.Producer is { } producer && ReferenceEquals(producer.Graph, this))
                    yield return producer;
            }
        }
    }

    /// <summary>The values of outer graphs that nodes or outputs of this graph, or of graphs inside it, read; each once.</summary>
    public IReadOnlyList<Value> CapturedValues()
    {
        var inside = new HashSet<Graph>(SelfAndSubgraphs());
        var captured = new OrderedDictionary<Value, bool>();
        foreach (Graph graph in inside)
        {
            foreach (Node node in graph.Nodes)
            {
                foreach (Value? input in node.Inputs)
                {
                    if (input is not null && !inside.Contains(input.Graph))
                        captured.TryAdd(input, true);
                }
            }

            foreach (Value output in graph.Outputs)
            {
                if (!inside.Contains(output.Graph))
                    captured.TryAdd(output, true);
            }
        }

        return [.. captured.Keys];
    }
}
