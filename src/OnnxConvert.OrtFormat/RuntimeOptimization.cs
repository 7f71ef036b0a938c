using System.Collections.Immutable;
using OnnxConvert.Ir;

namespace OnnxConvert.OrtFormat;

/// <summary>
/// An optimization that was found when a model was saved and is applied when it is loaded, to those of its nodes that no
/// execution provider has taken. ONNX Runtime replays it if the session option
/// <c>session.enable_saved_runtime_optimizations</c> is 1.
/// </summary>
/// <param name="Graph">The graph that has the nodes.</param>
/// <param name="Optimizer">The optimizer's name, as <c>QDQSelectorActionTransformer</c>.</param>
/// <param name="Action">What the optimizer does, as <c>Conv</c> or <c>drop</c>.</param>
/// <param name="Nodes">The nodes: those of the inputs, the target, those of the outputs; null where an optional one is left out.</param>
public sealed record RuntimeOptimization(Graph Graph, string Optimizer, string Action, ImmutableArray<Node?> Nodes)
{
    /// <summary>What stands in a file in place of a node that is left out.</summary>
    internal const uint NoNode = uint.MaxValue;

    /// <summary>The number of input nodes; a variadic one counts once.</summary>
    public int InputCount { get; init; }

    /// <summary>The number of output nodes; a variadic one counts once.</summary>
    public int OutputCount { get; init; }

    /// <summary>How many nodes the last input stands for; null if it is not variadic.</summary>
    public int? VariadicInputCount { get; init; }

    /// <summary>How many nodes the last output stands for; null if it is not variadic.</summary>
    public int? VariadicOutputCount { get; init; }

    /// <summary>The operators that the optimization puts in, as <c>com.microsoft:FusedConv:1</c>; a runtime must have their kernels.</summary>
    public ImmutableArray<string> ProducedOperators { get; init; } = [];
}
