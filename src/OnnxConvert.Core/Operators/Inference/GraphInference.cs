using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Inference;

/// <summary>Infers node after node, and writes the types into the graph.</summary>
internal sealed class GraphInference : ISubgraphInference
{
    private readonly ValueFacts _facts;
    private readonly bool _isStrict;
    private readonly ICollection<string>? _warnings;

    /// <param name="otherDomains">The opsets of the domains beside ONNX's own; the newest ones where nobody says.</param>
    /// <param name="opset">The version of ONNX's own operators.</param>
    /// <param name="isStrict">Whether a declared type that contradicts what its node computes is a fault.</param>
    /// <param name="warnings">Receives declared shapes that contradict what is computed; null if they are faults too.</param>
    internal GraphInference(IReadOnlyDictionary<string, long>? otherDomains, int opset, bool isStrict, ICollection<string>? warnings = null)
    {
        _warnings = warnings;
        _facts = new ValueFacts(otherDomains, opset, this);
        _isStrict = isStrict;
    }

    internal void Run(Graph graph)
    {
        foreach (Node node in graph.Nodes)
            Run(node);
    }

    /// <summary>What is known of the values before the nodes that are inferred.</summary>
    internal ValueFacts Facts => _facts;

    /// <summary>Infers a node, and says why it cannot be right, or null.</summary>
    internal string? FindFault(Node node)
    {
        try
        {
            Run(node);
            return null;
        }
        catch (InvalidModelException exception)
        {
            return exception.Message;
        }
    }

    internal void Run(Node node)
    {
        if (OperatorRegistry.Find(node) is not { } definition)
        {
            // Nothing is known of the operator, but of what its graphs hold.
            foreach (Graph graph in _isStrict ? node.Subgraphs : [])
                Run(graph);
            return;
        }

        ValueFact[] inputs = _facts.InputsOf(node);
        var outputs = new ValueFact[node.Outputs.Count];
        var call = new InferenceCall(new OperatorCall(node, _facts.OpsetOf(node.Domain)), inputs, outputs, this);
        definition.Infer(call);
        for (int i = 0; i < outputs.Length; i++)
            Store(node, node.Outputs[i], outputs[i].Type);
    }

    /// <inheritdoc/>
    public OnnxType?[] Infer(Graph graph, params ReadOnlySpan<OnnxType?> inputs)
    {
        for (int i = 0; i < inputs.Length && i < graph.Inputs.Count; i++)
        {
            var contradiction = TypeContradiction.None;
            graph.Inputs[i].Type = TypeMerge.Merge(graph.Inputs[i].Type, inputs[i], ref contradiction);
        }

        Run(graph);
        return [.. graph.Outputs.Select(output => output.Type)];
    }

    private void Store(Node node, Value output, OnnxType? inferred)
    {
        var contradiction = TypeContradiction.None;
        OnnxType? merged = TypeMerge.Merge(output.Type, inferred, ref contradiction);
        if (contradiction != TypeContradiction.None && _isStrict)
        {
            string message = $"{node}: its output '{output.Name}' is declared as {output.Type}, but the node computes {inferred}.";
            if (contradiction == TypeContradiction.ElementType || _warnings is null)
                throw new InvalidModelException(message);
            _warnings.Add(message);
        }

        output.Type = merged;
    }
}
