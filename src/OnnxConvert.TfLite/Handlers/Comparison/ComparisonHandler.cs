using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>A comparison of two inputs that broadcast.</summary>
/// <param name="onnxOp">The ONNX operator.</param>
/// <param name="negated">Whether the answer is turned around.</param>
/// <remarks>Quantized bytes are compared as stored where both inputs have the same quantization, else as real numbers; 16-bit integers always as stored.</remarks>
internal abstract class ComparisonHandler(string onnxOp, bool negated = false) : IOpHandler
{
    public void Convert(OpContext op)
    {
        Value answer = ComparesReal(op)
            ? op.Emit.Compare(onnxOp, op.Real(0), op.Real(1))
            : op.Emit.Compare(onnxOp, op.Stored(0, 0, 1), op.Stored(1, 0, 1));
        op.RawResult(0, negated ? op.Emit.Not(answer) : answer);
    }

    private static bool ComparesReal(OpContext op) =>
        op.IsQuantized(0)
        && op.IsQuantized(1)
        && op.InputType(0) is ElementType.Int8 or ElementType.UInt8
        && !op.Input(0).Quantization!.Equals(op.Input(1).Quantization);
}
