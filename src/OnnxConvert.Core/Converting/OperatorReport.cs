namespace OnnxConvert.Converting;

/// <summary>What became of one source operator.</summary>
/// <param name="opType">The operator, in the source format's name.</param>
/// <param name="name">The node's name.</param>
public sealed class OperatorReport(string opType, string name)
{
    /// <summary>The operator, in the source format's name.</summary>
    public string OpType { get; } = opType;

    /// <summary>The node's name.</summary>
    public string Name { get; } = name;

    /// <summary>The ONNX operators that it became, before optimization, in order.</summary>
    public IList<string> BecameOps { get; } = [];

    /// <summary>The lowest opset from which the operator's handler converts it; 0 if every one will do. Single options and types may need more, which is said where they are refused.</summary>
    public int MinOpset { get; internal set; }

    /// <summary>Which rewriter made this operator; null when it stood in the file.</summary>
    public string? Rewriter { get; internal set; }

    /// <summary>What was approximated or left alone, and why.</summary>
    public IList<string> Remarks { get; } = [];
}
