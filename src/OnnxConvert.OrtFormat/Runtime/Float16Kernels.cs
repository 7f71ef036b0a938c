using OnnxConvert.Ir;
using OnnxConvert.Operators;

namespace OnnxConvert.OrtFormat.Runtime;

/// <summary>Which operators ONNX Runtime 1.31.1 has no CPU kernel for in float16, but one in float32: found by loading a model of each.</summary>
internal static class Float16Kernels
{
    private static readonly HashSet<string> Float =
    [
        "Abs", "Acos", "Acosh", "Add", "Affine", "AffineGrid", "ArgMax", "ArgMin", "Asin", "Asinh", "Atan", "Atanh", "AveragePool", "BatchNormalization",
        "Ceil", "Col2Im", "Conv", "ConvTranspose", "Cos", "Cosh", "Crop", "CumProd", "CumSum", "DFT", "DeformConv", "DepthToSpace", "Det", "Div", "Einsum",
        "Elu", "Equal", "Erf", "Exp", "EyeLike", "Floor", "GRU", "Gelu", "Gemm", "GlobalAveragePool", "GlobalLpPool", "GlobalMaxPool", "Greater",
        "GreaterOrEqual", "GridSample", "HardSigmoid", "Hardmax", "ImageScaler", "InstanceNormalization", "LRN", "LSTM", "LeakyRelu", "Less", "LessOrEqual",
        "Log", "LogSoftmax", "LpNormalization", "LpPool", "MatMul", "MaxPool", "MaxRoiPool", "MaxUnpool", "Mean", "MeanVarianceNormalization", "Mul", "Multinomial", "Neg", "NonZero", "OneHot", "PRelu",
        "Pad", "ParametricSoftplus", "Pow", "QLinearMatMul", "RNN", "Reciprocal", "ReduceL1", "ReduceL2", "ReduceLogSum", "ReduceLogSumExp", "ReduceMax",
        "ReduceMean", "ReduceMin", "ReduceProd", "ReduceSum", "ReduceSumSquare", "Relu", "Resize", "RoiAlign", "STFT", "Scale", "ScaledTanh", "Selu", "Sigmoid",
        "Sin", "Sinh", "Size", "Softmax", "Softplus", "Softsign", "SpaceToDepth", "Sqrt", "Sub", "Sum", "Tan", "Tanh", "ThresholdedRelu",
        "Tile", "TopK", "Trilu", "Unique", "Upsample", "Where",
    ];

    private static readonly HashSet<string> Microsoft =
    [
        "Attention", "BiasGelu", "CausalConvWithState", "ConvTransposeWithDynamicPads", "CropAndResize", "DecoderMaskedMultiHeadAttention",
        "DequantizeLinear", "EmbedLayerNormalization", "FastGelu", "FusedConv", "FusedGemm", "FusedMatMul", "Gelu", "GridSample", "LinearAttention",
        "MatMulBnb4", "MatMulIntegerToFloat", "MultiHeadAttention", "Pad", "QAttention", "QuantizeLinear", "QuickGelu", "SampleOp",
        "TransposeMatMul", "Trilu", "Unique",
    ];

    // Min, Max and Clip have such kernels since then, and Dropout, which was a copy before, has none.
    private const int Opset12 = 12;

    /// <summary>Whether there is no kernel, so that ONNX Runtime computes in float32 and casts.</summary>
    /// <param name="node">A node of some domain.</param>
    /// <param name="opset">The version of ONNX's own operators.</param>
    public static bool IsMissing(Node node, long opset) => node.Domain switch
    {
        Domains.Onnx => Float.Contains(node.OpType) || (opset < Opset12 ? node.OpType is "Clip" or "Max" or "Min" : node.OpType == "Dropout"),
        Domains.Microsoft => Microsoft.Contains(node.OpType),
        _ => false,
    };
}
