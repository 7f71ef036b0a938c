namespace OnnxConvert.OrtFormat.Runtime;

/// <summary>Which of ONNX's operators ONNX Runtime 1.31.1 computes in float16 on the CPU: found by loading a model of each.</summary>
internal static class Float16Kernels
{
    private static readonly HashSet<string> Float =
    [
        "Abs", "Acos", "Acosh", "Add", "AffineGrid", "ArgMax", "ArgMin", "Asin", "Asinh", "Atan", "Atanh", "AveragePool", "BatchNormalization",
        "Ceil", "Col2Im", "Conv", "ConvTranspose", "Cos", "Cosh", "CumProd", "CumSum", "DFT", "DeformConv", "DepthToSpace", "Det", "Div", "Einsum",
        "Elu", "Equal", "Erf", "Exp", "EyeLike", "Floor", "GRU", "Gelu", "Gemm", "GlobalAveragePool", "GlobalMaxPool", "Greater",
        "GreaterOrEqual", "GridSample", "HardSigmoid", "Hardmax", "InstanceNormalization", "LRN", "LSTM", "LeakyRelu", "Less", "LessOrEqual",
        "Log", "LogSoftmax", "LpNormalization", "LpPool", "MatMul", "MaxPool", "MaxUnpool", "Mean", "Mul", "Neg", "NonZero", "OneHot", "PRelu",
        "Pad", "Pow", "QLinearMatMul", "RNN", "Reciprocal", "ReduceL1", "ReduceL2", "ReduceLogSum", "ReduceLogSumExp", "ReduceMax",
        "ReduceMean", "ReduceMin", "ReduceProd", "ReduceSum", "ReduceSumSquare", "Relu", "Resize", "RoiAlign", "STFT", "Selu", "Sigmoid",
        "Sin", "Sinh", "Size", "Softmax", "Softplus", "Softsign", "SpaceToDepth", "Sqrt", "Sub", "Sum", "Tan", "Tanh", "ThresholdedRelu",
        "Tile", "TopK", "Trilu", "Unique", "Upsample", "Where",
    ];

    // Min, Max and Clip have such kernels since then.
    private const int Opset12 = 12;

    /// <summary>Whether there is no kernel, so that ONNX Runtime computes in float32 and casts.</summary>
    public static bool IsMissing(string opType, long opset) => Float.Contains(opType) || (opset < Opset12 && opType is ("Clip" or "Max" or "Min"));
}
