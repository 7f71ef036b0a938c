using OnnxConvert.Ir;

namespace OnnxConvert.Converting;

/// <summary>What a rewriter may do to the source graph, and where it says why it did not.</summary>
public sealed class RewriteContext
{
    private readonly ConversionReport _report;
    private readonly IReadOnlyList<Graph> _subgraphs;

    internal RewriteContext(Graph graph, IReadOnlyList<Graph> subgraphs, ConversionReport report, bool isDequantizing)
    {
        Graph = graph;
        IsDequantizing = isDequantizing;
        _subgraphs = subgraphs;
        _report = report;
    }

    /// <summary>The graph that is being rewritten.</summary>
    public Graph Graph { get; }

    /// <summary>The target version of ONNX's own operators.</summary>
    public int Opset => _report.Opset;

    /// <summary>The source model's graphs by index, the main one first.</summary>
    public IReadOnlyList<Graph> Subgraphs => _subgraphs;

    /// <summary>Whether a float model is being made of a quantized one.</summary>
    public bool IsDequantizing { get; }

    internal string Rule { get; set; } = "";

    /// <summary>Adds a source operator before <paramref name="position"/>. Its outputs are added by <see cref="Node.AddOutput"/>.</summary>
    /// <param name="position">The node before which the new one stands; normally the match's last node.</param>
    /// <param name="domain">The source format's domain.</param>
    /// <param name="opType">The operator.</param>
    /// <param name="inputs">Its inputs; null for an optional one that is left out.</param>
    public Node Insert(Node position, string domain, string opType, params ReadOnlySpan<Value?> inputs)
    {
        Node node = Graph.InsertBefore(position, opType, inputs.ToArray(), domain);
        node.Name = position.Name;
        node.Metadata["rewriter"] = Rule;
        return node;
    }

    /// <summary>Makes all readers of <paramref name="value"/> read <paramref name="replacement"/>, which takes over its type and quantization where it has none.</summary>
    public static void Replace(Value value, Value replacement)
    {
        replacement.Type ??= value.Type;
        replacement.Quantization ??= value.Quantization;
        Graph.ReplaceAllUses(value, replacement);
    }

    /// <summary>Records why a pattern that nearly matched was left alone.</summary>
    /// <returns>False, so that a rewriter can return it.</returns>
    public bool Miss(Node node, string reason)
    {
        _report.AddRemark(node, $"{Rule} not applied: {reason}");
        return false;
    }
}
