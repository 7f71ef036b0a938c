using OnnxConvert.Ir;
using OnnxConvert.Optimizers;
using OnnxConvert.Optimizers.Fusions;
using OnnxConvert.Optimizers.Layout;
using OnnxConvert.OrtFormat.Optimization.Basic;
using OnnxConvert.OrtFormat.Optimization.Fusions;
using OnnxConvert.OrtFormat.Optimization.Layout;
using OnnxConvert.OrtFormat.Optimization.Layout.Blocked;
using OnnxConvert.OrtFormat.Optimization.Quantization;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization;

/// <summary>The passes of each level, in the order in which ONNX Runtime runs those of the same name.</summary>
internal static class OptimizationPasses
{
    /// <summary>What ONNX Runtime does whatever the level is.</summary>
    internal static IReadOnlyList<IOptimizer> Always() => [new UniqueDequantizePass()];

    internal static IReadOnlyList<IOptimizer> Basic() =>
    [
        new IdentityOptimizer(OptimizationPolicies.Identities),
        new CastBeforeShapePass(),
        new DivMulPass(),
        new ReluClipPass(),
        new GemmSumPass(),
        new GemmTransposePass(),
        new NotWherePass(),
        new LabelEncoderPass(),
        new ConvScaleFusionOptimizer(OptimizationPolicies.ConvScales),
        new PadPass(),
        new MatMulBatchNormPass(),
        new DoubleQuantizationPass(),
        new DuplicateOptimizer(OptimizationPolicies.Duplicates),
        new ConstantFoldingOptimizer(OptimizationPolicies.Constants),
        new ConstantIfPass(),
        new MatMulAddPass(),
        new ComputedReshapePass(),
        new ReshapeChainOptimizer(OptimizationPolicies.Reshapes),
        new GeluPass(OptimizationLevel.Basic),
        new LayerNormPass(OptimizationLevel.Basic),
        new QuantizationPropagationPass(),
        new WeightQuantizationPass(),
        new WhereConstantPass(),
        new UniqueDequantizePass(),
        new TransposeMergeOptimizer(),
        new LayoutOptimizer(),
        new TransposedReshapePass(),
    ];

    internal static IReadOnlyList<IOptimizer> Extended(OrtOptions options) =>
    [
        new ClippedQuantizePass(),
        new GemmTransposePass(),
        new LayoutOptimizer(QuantizedLayoutRules.FindOfCpu),
        .. options.TargetPlatform == TargetPlatform.Amd64 ? [new UnsignedQuantizationPass(options.HasExactSumsOnX64)] : Array.Empty<IOptimizer>(),
        new QuantizedOperatorPass(options),
        new FusedGemmPass(),
        new IntegerMatMulPass(),
        new DynamicQuantizeMatMulPass(),
        new FusedConvPass(),
        new GeluPass(OptimizationLevel.Extended),
        new LayerNormPass(OptimizationLevel.Extended),
        new SimplifiedLayerNormPass(),
        new AttentionPass(),
        new EmbedLayerNormPass(),
        new SplitPass(),
        new RangeGatherPass(),
        new TransposedMatMulPass(),
        new BiasGeluPass(),
        new SkipLayerNormPass(),
        new BiasSkipLayerNormPass(),
        new FastGeluPass(),
        new QuickGeluPass(),
        new ScaledMatMulPass(),
        .. options is { TargetPlatform: TargetPlatform.Amd64, HasExactSumsOnX64: true } ? [new UnsignedWeightsPass()] : Array.Empty<IOptimizer>(),
        new BlockwiseMatMulBiasPass(),
        new DequantizeQuantizePass(),
    ];

    internal static IReadOnlyList<IOptimizer> Layout(OrtOptions options) =>
    [
        .. options.TargetPlatform == TargetPlatform.Amd64 ? [new BlockedChannelsPass(options.ChannelBlockSize)] : Array.Empty<IOptimizer>(),
        new ChannelsLastConvPass(),
        new FusedConvAddPass(),
    ];

    /// <summary>What a runtime without operator definitions does of <see cref="Extended"/>, where it was saved.</summary>
    internal static IReadOnlyList<IOptimizer> Replayed(Func<Node, bool> isSaved) =>
    [
        new QuantizedOperatorPass(new OrtOptions(), isSaved),
        new FusedConvPass(isSaved),
        new BlockwiseMatMulBiasPass(),
        new DequantizeQuantizePass(),
    ];

    /// <summary>What it does of <see cref="Layout"/>, saved or not.</summary>
    internal static IReadOnlyList<IOptimizer> ReplayedLayout() => [new ChannelsLastConvPass()];
}
