namespace OnnxConvert.Ir;

public sealed partial class Graph
{
    private Node? _first;
    private Node? _last;

    /// <summary>The number of nodes, not counting those of inner graphs.</summary>
    public int NodeCount { get; private set; }

    /// <summary>The nodes in the graph's order. Nodes may be inserted and removed during the walk.</summary>
    public IEnumerable<Node> Nodes
    {
        get
        {
            Node? node = _first;
            while (node is not null)
            {
                yield return node;
                node = node.Next;
                // A removed node keeps its link, so that a walk standing on it finds back into the list.
                while (node is not null && node.Graph is null)
                    node = node.Next;
            }
        }
    }

    /// <summary>Adds a node at the end.</summary>
    /// <param name="opType">The operator.</param>
    /// <param name="inputs">Its inputs; null for an optional one that is left out.</param>
    /// <param name="domain">The operator's domain; empty for ONNX's own.</param>
    public Node AddNode(string opType, IEnumerable<Value?> inputs, string domain = "") => Insert(opType, inputs, domain, _last);

    /// <summary>Adds a node before another one.</summary>
    public Node InsertBefore(Node position, string opType, IEnumerable<Value?> inputs, string domain = "")
    {
        CheckMember(position);
        return Insert(opType, inputs, domain, position.Previous);
    }

    /// <summary>Adds a node behind another one.</summary>
    public Node InsertAfter(Node position, string opType, IEnumerable<Value?> inputs, string domain = "")
    {
        CheckMember(position);
        return Insert(opType, inputs, domain, position);
    }

    /// <summary>Removes a node.</summary>
    /// <exception cref="InvalidOperationException">One of its outputs is read or is a graph output.</exception>
    public void Remove(Node node)
    {
        CheckMember(node);
        foreach (Value output in node.Outputs)
        {
            if (!output.IsUnused)
                throw new InvalidOperationException($"{node} cannot be removed: its output {output} is still used.");
        }

        node.ReleaseInputs();
        Unlink(node);
        node.Graph = null;
    }

    /// <summary>Puts the nodes in an order in which every value is computed before it is read; ties keep the present order.</summary>
    /// <exception cref="InvalidModelException">The graph has a cycle; the message names a node on it.</exception>
    public void Sort()
    {
        List<Node> order = TopologicalOrder();
        _first = _last = null;
        foreach (Node node in order)
        {
            node.Previous = _last;
            node.Next = null;
            if (_last is null)
                _first = node;
            else
                _last.Next = node;
            _last = node;
        }
    }

    private Node Insert(string opType, IEnumerable<Value?> inputs, string domain, Node? previous)
    {
        var node = new Node(this, opType, domain);
        foreach (Value? input in inputs)
            node.AddInput(input);
        Link(node, previous);
        return node;
    }

    private void Link(Node node, Node? previous)
    {
        Node? next = previous is null ? _first : previous.Next;
        node.Previous = previous;
        node.Next = next;
        if (previous is null)
            _first = node;
        else
            previous.Next = node;
        if (next is null)
            _last = node;
        else
            next.Previous = node;
        NodeCount++;
    }

    private void Unlink(Node node)
    {
        if (node.Previous is null)
            _first = node.Next;
        else
            node.Previous.Next = node.Next;
        if (node.Next is null)
            _last = node.Previous;
        else
            node.Next.Previous = node.Previous;
        NodeCount--;
    }

    private void CheckMember(Node node)
    {
        if (!ReferenceEquals(node.Graph, this))
            throw new ArgumentException($"{node} is no node of this graph.", nameof(node));
    }
}
