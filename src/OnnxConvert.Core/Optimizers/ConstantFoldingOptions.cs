using OnnxConvert.Ir;

namespace OnnxConvert.Optimizers;

/// <summary>What <see cref="ConstantFoldingOptimizer"/> computes.</summary>
public sealed record ConstantFoldingOptions
{
    /// <summary>Operators that stay even where all their inputs are constant.</summary>
    /// <value>By default QuantizeLinear and DequantizeLinear, so that quantized weights stay quantized, and Identity, which makes a constant an output.</value>
    public IReadOnlySet<string> KeptOperators { get; init; } = new HashSet<string> { "QuantizeLinear", "DequantizeLinear", "Identity" };

    /// <summary>Whether sizes are computed where other sizes of the same tensor are not known: Size, and picking from a Shape.</summary>
    public bool FoldsSingleSizes { get; init; } = true;

    /// <summary>Whether an output of the graph may become a constant; otherwise an Identity of the constant computes it.</summary>
    public bool MakesOutputsConstant { get; init; }

    /// <summary>For which nodes a DequantizeLinear of constants counts as a constant; null for none.</summary>
    public Func<Node, bool>? SeesThroughDequantize { get; init; }

    /// <summary>How many bytes may be made out of fewer, in one model; further ones are not computed.</summary>
    /// <value>Null, the default: a result has at most 1 MiB, or twice the bytes that it is made of.</value>
    public long? Budget { get; init; }
}
