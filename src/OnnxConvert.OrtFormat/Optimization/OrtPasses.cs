using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat;

/// <summary>
/// Names of the passes of <see cref="OrtOptimizer"/>, by which others are put beside them or in their place
/// (<see cref="OrtOptions.EditPasses"/>); each with what it is called in ONNX Runtime.
/// </summary>
public static class OrtPasses
{
    /// <summary>EnsureUniqueDQForNodeUnit.</summary>
    public static PassIdentity UniqueDequantize { get; } = new(nameof(UniqueDequantize));

    /// <summary>EliminateIdentity, EliminateSlice, EliminateDropout, ExpandElimination, CastElimination and NoopElimination.</summary>
    public static PassIdentity Identities { get; } = new(nameof(Identities));

    /// <summary>PreShapeNodeElimination.</summary>
    public static PassIdentity CastBeforeShape { get; } = new(nameof(CastBeforeShape));

    /// <summary>DivMulFusion.</summary>
    public static PassIdentity DivMul { get; } = new(nameof(DivMul));

    /// <summary>FuseReluClip.</summary>
    public static PassIdentity ReluClip { get; } = new(nameof(ReluClip));

    /// <summary>GemmSumFusion.</summary>
    public static PassIdentity GemmSum { get; } = new(nameof(GemmSum));

    /// <summary>GemmTransposeFusion.</summary>
    public static PassIdentity GemmTranspose { get; } = new(nameof(GemmTranspose));

    /// <summary>NotWhereFusion.</summary>
    public static PassIdentity NotWhere { get; } = new(nameof(NotWhere));

    /// <summary>LabelEncoderFusion.</summary>
    public static PassIdentity LabelEncoder { get; } = new(nameof(LabelEncoder));

    /// <summary>ConvAddFusion, ConvMulFusion and ConvBNFusion.</summary>
    public static PassIdentity ConvScales { get; } = new(nameof(ConvScales));

    /// <summary>PadFusion.</summary>
    public static PassIdentity Pad { get; } = new(nameof(Pad));

    /// <summary>MatmulBNFusion.</summary>
    public static PassIdentity MatMulBatchNorm { get; } = new(nameof(MatMulBatchNorm));

    /// <summary>DoubleQDQPairsRemover.</summary>
    public static PassIdentity DoubleQuantization { get; } = new(nameof(DoubleQuantization));

    /// <summary>ConstantSharing and CommonSubexpressionElimination.</summary>
    public static PassIdentity Duplicates { get; } = new(nameof(Duplicates));

    /// <summary>ConstantFolding.</summary>
    public static PassIdentity Constants { get; } = new(nameof(Constants));

    /// <summary>ConstantFolding, of If.</summary>
    public static PassIdentity ConstantIf { get; } = new(nameof(ConstantIf));

    /// <summary>MatMulAddFusion.</summary>
    public static PassIdentity MatMulAdd { get; } = new(nameof(MatMulAdd));

    /// <summary>ReshapeFusion, of computed sizes.</summary>
    public static PassIdentity ComputedReshape { get; } = new(nameof(ComputedReshape));

    /// <summary>ReshapeFusion, of reshapes in a row.</summary>
    public static PassIdentity ReshapeChains { get; } = new(nameof(ReshapeChains));

    /// <summary>GeluFusion.</summary>
    public static PassIdentity Gelu { get; } = new(nameof(Gelu));

    /// <summary>LayerNormFusion.</summary>
    public static PassIdentity LayerNorm { get; } = new(nameof(LayerNorm));

    /// <summary>QDQPropagationTransformer.</summary>
    public static PassIdentity QuantizationPropagation { get; } = new(nameof(QuantizationPropagation));

    /// <summary>WeightBiasQuantization.</summary>
    public static PassIdentity WeightQuantization { get; } = new(nameof(WeightQuantization));

    /// <summary>WhereDummyDq.</summary>
    public static PassIdentity WhereConstant { get; } = new(nameof(WhereConstant));

    /// <summary>TransposeOptimizer, of transposes in a row.</summary>
    public static PassIdentity TransposeMerges { get; } = new(nameof(TransposeMerges));

    /// <summary>TransposeOptimizer, and transposes of quantized operators at level extended.</summary>
    public static PassIdentity Transposes { get; } = new(nameof(Transposes));

    /// <summary>TransposeOptimizer, of a Reshape that changes nothing.</summary>
    public static PassIdentity TransposedReshape { get; } = new(nameof(TransposedReshape));

    /// <summary>ReluQuantFusion and ClipQuantFusion.</summary>
    public static PassIdentity ClippedQuantize { get; } = new(nameof(ClippedQuantize));

    /// <summary>QDQS8ToU8Transformer.</summary>
    public static PassIdentity UnsignedQuantization { get; } = new(nameof(UnsignedQuantization));

    /// <summary>QDQSelectorActionTransformer.</summary>
    public static PassIdentity QuantizedOperator { get; } = new(nameof(QuantizedOperator));

    /// <summary>GemmActivationFusion.</summary>
    public static PassIdentity FusedGemm { get; } = new(nameof(FusedGemm));

    /// <summary>MatMulIntegerToFloatFusion.</summary>
    public static PassIdentity IntegerMatMul { get; } = new(nameof(IntegerMatMul));

    /// <summary>DynamicQuantizeMatMulFusion.</summary>
    public static PassIdentity DynamicQuantizeMatMul { get; } = new(nameof(DynamicQuantizeMatMul));

    /// <summary>ConvActivationFusion.</summary>
    public static PassIdentity FusedConv { get; } = new(nameof(FusedConv));

    /// <summary>SimplifiedLayerNormFusion.</summary>
    public static PassIdentity SimplifiedLayerNorm { get; } = new(nameof(SimplifiedLayerNorm));

    /// <summary>AttentionFusion.</summary>
    public static PassIdentity Attention { get; } = new(nameof(Attention));

    /// <summary>EmbedLayerNormFusion.</summary>
    public static PassIdentity EmbedLayerNorm { get; } = new(nameof(EmbedLayerNorm));

    /// <summary>GatherSliceToSplitFusion.</summary>
    public static PassIdentity Split { get; } = new(nameof(Split));

    /// <summary>GatherToSliceFusion.</summary>
    public static PassIdentity RangeGather { get; } = new(nameof(RangeGather));

    /// <summary>MatmulTransposeFusion.</summary>
    public static PassIdentity TransposedMatMul { get; } = new(nameof(TransposedMatMul));

    /// <summary>BiasGeluFusion.</summary>
    public static PassIdentity BiasGelu { get; } = new(nameof(BiasGelu));

    /// <summary>SkipLayerNormFusion.</summary>
    public static PassIdentity SkipLayerNorm { get; } = new(nameof(SkipLayerNorm));

    /// <summary>BiasSkipLayerNormFusion.</summary>
    public static PassIdentity BiasSkipLayerNorm { get; } = new(nameof(BiasSkipLayerNorm));

    /// <summary>FastGeluFusion.</summary>
    public static PassIdentity FastGelu { get; } = new(nameof(FastGelu));

    /// <summary>QuickGeluFusion.</summary>
    public static PassIdentity QuickGelu { get; } = new(nameof(QuickGelu));

    /// <summary>MatMulScaleFusion.</summary>
    public static PassIdentity ScaledMatMul { get; } = new(nameof(ScaledMatMul));

    /// <summary>Avx2WeightS8ToU8Transformer.</summary>
    public static PassIdentity UnsignedWeights { get; } = new(nameof(UnsignedWeights));

    /// <summary>MatMulNBitsFusion.</summary>
    public static PassIdentity BlockwiseMatMulBias { get; } = new(nameof(BlockwiseMatMulBias));

    /// <summary>QDQFinalCleanupTransformer.</summary>
    public static PassIdentity DequantizeQuantize { get; } = new(nameof(DequantizeQuantize));

    /// <summary>NchwcTransformer.</summary>
    public static PassIdentity BlockedChannels { get; } = new(nameof(BlockedChannels));

    /// <summary>NhwcTransformer.</summary>
    public static PassIdentity ChannelsLastConv { get; } = new(nameof(ChannelsLastConv));

    /// <summary>ConvAddActivationFusion.</summary>
    public static PassIdentity FusedConvAdd { get; } = new(nameof(FusedConvAdd));
}
