using OnnxConvert.Extensibility;
using OnnxConvert.Optimizers;
using OnnxConvert.Optimizers.Layout;
using OnnxConvert.OrtFormat.Optimization.Basic;
using OnnxConvert.OrtFormat.Optimization.Fusions;
using OnnxConvert.OrtFormat.Optimization.Layout;
using OnnxConvert.OrtFormat.Optimization.Quantization;

namespace OnnxConvert.OrtFormat.Optimization;

/// <summary>The passes of each level, in the order in which ONNX Runtime runs those of the same name.</summary>
internal static class OptimizationPasses
{
    /// <summary>What ONNX Runtime does whatever the level is.</summary>
    internal static IReadOnlyList<IOptimizer> Always() => [new UniqueDequantizePass()];

    internal static IReadOnlyList<IOptimizer> Basic() =>
    [
        new IdentityPass(),
        new SlicePass(),
        new DropoutPass(),
        new ExpandPass(),
        new CastPass(),
        new CastBeforeShapePass(),
        new NeutralOperandPass(),
        new DivMulPass(),
        new ReluClipPass(),
        new GemmSumPass(),
        new GemmTransposePass(),
        new NotWherePass(),
        new ConvAddPass(),
        new ConvMulPass(),
        new ConvBatchNormPass(),
        new PadPass(),
        new MatMulBatchNormPass(),
        new CommonSubexpressionPass(),
        new ConstantFoldingPass(),
        new ConstantIfPass(),
        new MatMulAddPass(),
        new ComputedReshapePass(),
        new ReshapeChainPass(),
        new GeluPass(OptimizationLevel.Basic),
        new LayerNormPass(OptimizationLevel.Basic),
        new QuantizationPropagationPass(),
        new UniqueDequantizePass(),
        new TransposeMergeOptimizer(),
        new LayoutOptimizer(),
        new TransposedReshapePass(),
    ];

    internal static IReadOnlyList<IOptimizer> Extended(TargetPlatform platform) =>
    [
        new ClippedQuantizePass(),
        new GemmTransposePass(),
        new LayoutOptimizer(QuantizedLayoutRules.FindOfCpu),
        new QuantizedOperatorPass(allowsInt8: platform == TargetPlatform.Arm),
        new FusedGemmPass(),
        new FusedConvPass(),
        new GeluPass(OptimizationLevel.Extended),
        new LayerNormPass(OptimizationLevel.Extended),
        new SimplifiedLayerNormPass(),
        new SplitPass(),
        new RangeGatherPass(),
        new TransposedMatMulPass(),
        new BiasGeluPass(),
        new SkipLayerNormPass(),
        new BiasSkipLayerNormPass(),
        new FastGeluPass(),
        new QuickGeluPass(),
        new ScaledMatMulPass(),
        new DequantizeQuantizePass(),
    ];

    internal static IReadOnlyList<IOptimizer> Layout(TargetPlatform platform) =>
    [
        new ChannelsLastConvPass(),
        new FusedConvAddPass(),
    ];
}
