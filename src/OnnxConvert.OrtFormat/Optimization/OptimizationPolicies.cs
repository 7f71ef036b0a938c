using OnnxConvert.Ir;
using OnnxConvert.Optimizers;
using OnnxConvert.Optimizers.Fusions;
using OnnxConvert.OrtFormat.Optimization.Basic;
using OnnxConvert.OrtFormat.Optimization.Quantization;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization;

/// <summary>How ONNX Runtime's passes differ from the optimizers of the same purpose: in what they leave alone.</summary>
internal static class OptimizationPolicies
{
    /// <summary>EliminateIdentity, EliminateSlice, EliminateDropout, ExpandElimination, CastElimination and NoopElimination: by constants alone.</summary>
    internal static IdentityOptions Identities { get; } = new()
    {
        Operators = new HashSet<string> { "Identity", "Slice", "Dropout", "Expand", "Cast", "Add", "Sub", "Mul", "Div" },
        ComparesShapes = false,
        LargestOperand = 1,
        KeepsOutputs = true,
    };

    /// <summary>ConvAddFusion, ConvMulFusion and ConvBNFusion.</summary>
    internal static ConvScaleFusionOptions ConvScales { get; } = new() { Operators = new HashSet<string> { "Mul", "Add", "BatchNormalization" }, BroadcastsSingles = false };

    /// <summary>
    /// ConstantSharing and CommonSubexpressionElimination. Large constants stay apart, since ONNX Runtime keeps them outside of the graph,
    /// and so do the DequantizeLinear nodes, of which each reader has its own.
    /// </summary>
    internal static DuplicateOptions Duplicates { get; } = new()
    {
        LargestConstant = 127,
        Constants = value => !ReshapesForGemm(value),
        Nodes = node => node.OpType != "DequantizeLinear",
        KeepsOutputs = true,
    };

    /// <summary>
    /// ConstantFolding. A graph output may become a constant. DequantizeLinear stays, but for a node of nothing else whose result is
    /// quantized again; so does Size of what is not constant.
    /// </summary>
    internal static ConstantFoldingOptions Constants { get; } = new()
    {
        KeptOperators = new HashSet<string> { "DequantizeLinear" },
        FoldsSingleSizes = false,
        MakesOutputsConstant = true,
        SeesThroughDequantize = node => node.OnlyReader() is { } reader && Quantizer.IsQuantize(reader) && node.Inputs.All(input => input?.IsConstant == false),
        Budget = 1 << 30,
    };

    /// <summary>ReshapeFusion.</summary>
    internal static ReshapeChainOptions Reshapes { get; } = new() { IsStrict = true };

    /// <summary>Each product that <see cref="MatMulAddPass"/> reshapes for Gemm has a Reshape of its own.</summary>
    private static bool ReshapesForGemm(Value sizes) =>
        sizes.Uses.All(use => use.Node.Is("Reshape") && (use.Node.OnlyReader("Gemm") is not null || use.Node.Producer(0, "Gemm") is not null));
}
