using OnnxConvert.Ir;

namespace OnnxConvert.Operators;

/// <summary>An operator as a node asks for it: which one, of which version, with which attributes; without the graph around it.</summary>
public readonly struct OperatorCall
{
    private readonly Node? _node;

    /// <summary>The call that a node is.</summary>
    /// <param name="node">The node.</param>
    /// <param name="opset">The version of the opset of the node's domain.</param>
    public OperatorCall(Node node, int opset)
    {
        _node = node;
        Domain = node.Domain;
        OpType = node.OpType;
        Opset = opset;
        Attributes = node.Attributes;
        OutputCount = node.Outputs.Count;
    }

    /// <summary>A call without a node.</summary>
    /// <param name="domain">The domain; empty for ONNX's own.</param>
    /// <param name="opType">The operator's name.</param>
    /// <param name="opset">The version of the domain's opset.</param>
    /// <param name="attributes">The attributes.</param>
    /// <param name="outputCount">How many outputs are asked for.</param>
    public OperatorCall(string domain, string opType, int opset, NodeAttributes attributes, int outputCount)
    {
        Domain = domain;
        OpType = opType;
        Opset = opset;
        Attributes = attributes;
        OutputCount = outputCount;
    }

    /// <summary>The operator's domain; empty for ONNX's own.</summary>
    public string Domain { get; }

    /// <summary>The operator's name.</summary>
    public string OpType { get; }

    /// <summary>The version of the domain's opset.</summary>
    public int Opset { get; }

    /// <summary>The attributes that are given.</summary>
    public NodeAttributes Attributes { get; }

    /// <summary>How many outputs are asked for.</summary>
    public int OutputCount { get; }

    /// <summary>Operator and node, for messages.</summary>
    public override string ToString() => _node?.ToString() ?? OpType;
}
