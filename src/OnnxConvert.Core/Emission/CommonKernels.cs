using OnnxConvert.Ir;

namespace OnnxConvert.Emission;

/// <summary>
/// The element types that the CPU kernels of common runtimes cover, beside what ONNX's definition allows in an opset: what a model is
/// written for when nobody says which runtime will run it.
/// </summary>
internal sealed class CommonKernels : IKernelSupport
{
    private static readonly ElementType[] Wide = [ElementType.Float, ElementType.Double, ElementType.Int32, ElementType.Int64];
    private static readonly ElementType[] WideUnsigned = [.. Wide, ElementType.UInt32, ElementType.UInt64];
    private static readonly ElementType[] Real = [ElementType.Float, ElementType.Double];
    private static readonly ElementType[] Float = [ElementType.Float];
    private static readonly ElementType[] WideAndBytes = [.. Wide, ElementType.Int8, ElementType.UInt8];

    /// <summary>The one instance.</summary>
    internal static CommonKernels Instance { get; } = new();

    /// <inheritdoc/>
    public bool Supports(string opType, ElementType type, int opset) => Covered(opType, opset) is not { } covered || Array.IndexOf(covered, type) >= 0;

    /// <summary>The types that need no cast; null where every type is fine.</summary>
    private static ElementType[]? Covered(string opType, int opset) => opType switch
    {
        "Add" or "Sub" or "Mul" or "Div" or "MatMul" => WideUnsigned,
        "Max" or "Min" or "Clip" => opset >= 12 ? [.. WideUnsigned, ElementType.Int8, ElementType.UInt8] : Real,
        "Relu" => opset >= 14 ? [.. Real, ElementType.Int8, ElementType.Int32] : Real,
        "Pow" => opset >= 12 ? Wide : Real,
        "Abs" or "Neg" or "Sign" => [.. WideAndBytes, ElementType.Int16],
        "Mod" => [.. WideUnsigned, ElementType.Int8, ElementType.UInt8, ElementType.Int16, ElementType.UInt16],
        "Equal" => [.. Wide, ElementType.Bool, ElementType.String],
        "Less" or "Greater" or "LessOrEqual" or "GreaterOrEqual" => Wide,
        "Where" => [.. Wide, ElementType.UInt8, ElementType.String],
        "Pad" => opset >= 13 ? [.. WideUnsigned, ElementType.Int8, ElementType.UInt8, ElementType.Bool] : [.. WideUnsigned, ElementType.Int8, ElementType.UInt8],
        "Resize" => [ElementType.Float, ElementType.Int32, ElementType.Int8, ElementType.UInt8],
        "MaxPool" => opset >= 12 ? [.. Real, ElementType.Int8, ElementType.UInt8] : Float,
        "TopK" => opset >= 11 ? Wide : Real,
        "Unique" => [.. Real, ElementType.Int64, ElementType.Int8, ElementType.String],
        "NonZero" => [ElementType.Bool, ElementType.Float, ElementType.Int32, ElementType.Int64, ElementType.UInt8],
        "ReduceMax" or "ReduceMin" => opset >= 12 ? WideAndBytes : Wide,
        "ReduceSum" or "ReduceProd" => Wide,
        "ReduceMean" or "ReduceL2" or "ReduceSumSquare" => [.. Real, ElementType.Int32],
        "ArgMax" or "ArgMin" => WideAndBytes,
        "CumSum" or "ScatterND" => Wide,
        "Sum" => Real,
        "SpaceToDepth" or "DepthToSpace" => Real,
        "Conv" or "ConvTranspose" or "AveragePool" or "GlobalAveragePool" or "LRN" or "PRelu" or "Acos" or "Acosh" or "Asin" or "Asinh" or "Atan" or "Atanh" or "Cosh" or "Det" or "Sinh" or "Tan" or "Elu" or "Erf" or "Gelu" or "Gemm" or "LeakyRelu" or "Selu" or "HardSwish" or "HardSigmoid" => Float,
        "Exp" or "Log" or "Sqrt" or "Reciprocal" or "Sigmoid" or "Tanh" or "Sin" or "Cos" or "Floor" or "Ceil" or "Round" or "Softmax" or "LogSoftmax" or "Softplus" or "Softsign" => Real,
        _ => null,
    };
}
