using OnnxConvert.Ir;

namespace OnnxConvert.Converting;

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

    /// <summary>The lowest opset that the handlers of this model's operators agree on; <see cref="Operators"/> tells which of them force it.</summary>
    public int MinOpset => _operators.Select(entry => entry.MinOpset).Append(ConversionOptions.MinOpset).Max();

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

    /// <summary>How much is known of each operator now, to come back to when something is converted once more.</summary>
    internal Mark TakeMark() => new([.. _operators.Select(entry => (entry.BecameOps.Count, entry.Remarks.Count))]);

    internal void ReturnTo(Mark mark)
    {
        for (int i = 0; i < _operators.Count; i++)
        {
            (int ops, int remarks) = i < mark.Counts.Length ? mark.Counts[i] : (0, 0);
            Truncate(_operators[i].BecameOps, ops);
            Truncate(_operators[i].Remarks, remarks);
        }
    }

    private static void Truncate(IList<string> list, int count)
    {
        while (list.Count > count)
            list.RemoveAt(list.Count - 1);
    }

    internal readonly record struct Mark((int BecameOps, int Remarks)[] Counts);

    internal void AddRemark(Node node, string remark) => Add(node).Remarks.Add(remark);

    internal void AddRemark(string remark) => _remarks.Add(remark);

    internal void CountPass(string name) => _passes[name] = _passes.GetValueOrDefault(name) + 1;
}
