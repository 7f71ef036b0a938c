using OnnxConvert.Ir;

namespace OnnxConvert;

/// <summary>What became of a model: each source operator, the rules that fired, and what was approximated and why.</summary>
public sealed class ConversionReport
{
    private readonly List<OperatorReport> _operators = [];
    private readonly Dictionary<Node, OperatorReport> _byNode = [];
    private readonly OrderedDictionary<string, int> _passes = [];
    private readonly List<string> _remarks = [];

    internal ConversionReport(string sourceFormat, int opset)
    {
        SourceFormat = sourceFormat;
        Opset = opset;
    }

    /// <summary>The source format, such as <c>tflite</c>.</summary>
    public string SourceFormat { get; }

    /// <summary>The target version of ONNX's operators.</summary>
    public int Opset { get; }

    /// <summary>The source operators in the order in which they were converted.</summary>
    public IReadOnlyList<OperatorReport> Operators => _operators;

    /// <summary>How often each rewriter and optimizer changed the graph, in the order in which they first did.</summary>
    public IReadOnlyDictionary<string, int> Passes => _passes;

    /// <summary>Remarks about the model as a whole.</summary>
    public IReadOnlyList<string> Remarks => _remarks;

    /// <summary>The number of nodes of the finished ONNX graph, inner graphs included.</summary>
    public int NodeCount { get; internal set; }

    internal OperatorReport Add(Node node)
    {
        if (!_byNode.TryGetValue(node, out OperatorReport? report))
        {
            report = new OperatorReport(node.OpType, node.Name);
            _byNode.Add(node, report);
            _operators.Add(report);
        }

        return report;
    }

    internal void AddRemark(Node node, string remark) => Add(node).Remarks.Add(remark);

    internal void AddRemark(string remark) => _remarks.Add(remark);

    internal void CountPass(string name) => _passes[name] = _passes.GetValueOrDefault(name) + 1;
}
