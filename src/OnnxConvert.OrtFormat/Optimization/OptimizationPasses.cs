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
    internal static PassList<IOptimizer> Always() => new() { { OrtPasses.UniqueDequantize, new UniqueDequantizePass() } };

    internal static PassList<IOptimizer> Basic() => new()
    {
        { OrtPasses.Identities, new IdentityOptimizer(OptimizationPolicies.Identities) },
        { OrtPasses.CastBeforeShape, new CastBeforeShapePass() },
        { OrtPasses.DivMul, new DivMulPass() },
        { OrtPasses.ReluClip, new ReluClipPass() },
        { OrtPasses.GemmSum, new GemmSumPass() },
        { OrtPasses.GemmTranspose, new GemmTransposePass() },
        { OrtPasses.NotWhere, new NotWherePass() },
        { OrtPasses.LabelEncoder, new LabelEncoderPass() },
        { OrtPasses.ConvScales, new ConvScaleFusionOptimizer(OptimizationPolicies.ConvScales) },
        { OrtPasses.Pad, new PadPass() },
        { OrtPasses.MatMulBatchNorm, new MatMulBatchNormPass() },
        { OrtPasses.DoubleQuantization, new DoubleQuantizationPass() },
        { OrtPasses.Duplicates, new DuplicateOptimizer(OptimizationPolicies.Duplicates) },
        { OrtPasses.Constants, new ConstantFoldingOptimizer(OptimizationPolicies.Constants) },
        { OrtPasses.ConstantIf, new ConstantIfPass() },
        { OrtPasses.MatMulAdd, new MatMulAddPass() },
        { OrtPasses.ComputedReshape, new ComputedReshapePass() },
        { OrtPasses.ReshapeChains, new ReshapeChainOptimizer(OptimizationPolicies.Reshapes) },
        { OrtPasses.Gelu, new GeluPass(OptimizationLevel.Basic) },
        { OrtPasses.LayerNorm, new LayerNormPass(OptimizationLevel.Basic) },
        { OrtPasses.QuantizationPropagation, new QuantizationPropagationPass() },
        { OrtPasses.WeightQuantization, new WeightQuantizationPass() },
        { OrtPasses.WhereConstant, new WhereConstantPass() },
        { OrtPasses.UniqueDequantize, new UniqueDequantizePass() },
        { OrtPasses.TransposeMerges, new TransposeMergeOptimizer() },
        { OrtPasses.Transposes, new LayoutOptimizer() },
        { OrtPasses.TransposedReshape, new TransposedReshapePass() },
    };

    internal static PassList<IOptimizer> Extended(OrtOptions options)
    {
        var passes = new PassList<IOptimizer>
        {
            { OrtPasses.ClippedQuantize, new ClippedQuantizePass() },
            { OrtPasses.GemmTranspose, new GemmTransposePass() },
            { OrtPasses.Transposes, new LayoutOptimizer(QuantizedLayoutRules.FindOfCpu) },
            { OrtPasses.UnsignedQuantization, new UnsignedQuantizationPass(options.HasExactSumsOnX64) },
            { OrtPasses.QuantizedOperator, new QuantizedOperatorPass(options) },
            { OrtPasses.FusedGemm, new FusedGemmPass() },
            { OrtPasses.IntegerMatMul, new IntegerMatMulPass() },
            { OrtPasses.DynamicQuantizeMatMul, new DynamicQuantizeMatMulPass() },
            { OrtPasses.FusedConv, new FusedConvPass() },
            { OrtPasses.Gelu, new GeluPass(OptimizationLevel.Extended) },
            { OrtPasses.LayerNorm, new LayerNormPass(OptimizationLevel.Extended) },
            { OrtPasses.SimplifiedLayerNorm, new SimplifiedLayerNormPass() },
            { OrtPasses.Attention, new AttentionPass() },
            { OrtPasses.EmbedLayerNorm, new EmbedLayerNormPass() },
            { OrtPasses.Split, new SplitPass() },
            { OrtPasses.RangeGather, new RangeGatherPass() },
            { OrtPasses.TransposedMatMul, new TransposedMatMulPass() },
            { OrtPasses.BiasGelu, new BiasGeluPass() },
            { OrtPasses.SkipLayerNorm, new SkipLayerNormPass() },
            { OrtPasses.BiasSkipLayerNorm, new BiasSkipLayerNormPass() },
            { OrtPasses.FastGelu, new FastGeluPass() },
            { OrtPasses.QuickGelu, new QuickGeluPass() },
            { OrtPasses.ScaledMatMul, new ScaledMatMulPass() },
            { OrtPasses.UnsignedWeights, new UnsignedWeightsPass() },
            { OrtPasses.BlockwiseMatMulBias, new BlockwiseMatMulBiasPass() },
            { OrtPasses.DequantizeQuantize, new DequantizeQuantizePass() },
        };
        if (options.TargetPlatform != TargetPlatform.Amd64)
            passes.Remove(OrtPasses.UnsignedQuantization);
        if (options is not { TargetPlatform: TargetPlatform.Amd64, HasExactSumsOnX64: true })
            passes.Remove(OrtPasses.UnsignedWeights);
        return passes;
    }

    internal static PassList<IOptimizer> Layout(OrtOptions options)
    {
        var passes = new PassList<IOptimizer>();
        if (options.RequiredBlockSize() is { } blockSize)
            passes.Add(OrtPasses.BlockedChannels, new BlockedChannelsPass(blockSize));
        passes.Add(OrtPasses.ChannelsLastConv, new ChannelsLastConvPass());
        passes.Add(OrtPasses.FusedConvAdd, new FusedConvAddPass());
        return passes;
    }

    /// <summary>What a runtime without operator definitions does of <see cref="Extended"/>, where it was saved.</summary>
    internal static PassList<IOptimizer> Replayed(Func<Node, bool> isSaved) => new()
    {
        { OrtPasses.QuantizedOperator, new QuantizedOperatorPass(new OrtOptions(), isSaved) },
        { OrtPasses.FusedConv, new FusedConvPass(isSaved) },
        { OrtPasses.BlockwiseMatMulBias, new BlockwiseMatMulBiasPass() },
        { OrtPasses.DequantizeQuantize, new DequantizeQuantizePass() },
    };

    /// <summary>What it does of <see cref="Layout"/>, saved or not.</summary>
    internal static PassList<IOptimizer> ReplayedLayout() => new() { { OrtPasses.ChannelsLastConv, new ChannelsLastConvPass() } };
}
