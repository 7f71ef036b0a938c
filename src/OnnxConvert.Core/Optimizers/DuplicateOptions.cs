using OnnxConvert.Ir;

namespace OnnxConvert.Optimizers;

/// <summary>What <see cref="DuplicateOptimizer"/> leaves apart although it is equal.</summary>
public sealed record DuplicateOptions
{
    /// <summary>So many bytes constants may have that are compared.</summary>
    public long LargestConstant { get; init; } = int.MaxValue;

    /// <summary>Which constants are compared; null for all.</summary>
    public Func<Value, bool>? Constants { get; init; }

    /// <summary>Which nodes are compared; null for all.</summary>
    public Func<Node, bool>? Nodes { get; init; }

    /// <summary>Whether nodes that compute outputs of the graph stay; otherwise only one of two that both do.</summary>
    public bool KeepsOutputs { get; init; }
}
