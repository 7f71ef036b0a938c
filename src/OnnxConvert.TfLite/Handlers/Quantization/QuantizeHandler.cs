using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>QUANTIZE → QuantizeLinear: real numbers, or the integers of one quantization, in another.</summary>
/// <remarks>TFLite rounds halves away from zero, ONNX to the even number. QuantizeLinear: 10 → 13 (axis) → 19 → 21 (16 and 4 bits) → 25 (2 bits).</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Quantize)]
internal sealed class QuantizeHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        if (IsRelabelling(op))
            op.RawResult(0, op.Raw(0));
        else if (op.IsOutputQuantized(0))
            op.Result(0, Real(op));
        else if (op.OutputType(0) == ElementType.Int32 && op.Output(0).Quantization is { } wide)
            op.DeclaredResult(0, op.Emit.Quantize(Real(op), wide, ElementType.Int32));
        else
            throw op.NotSupported("the output has no scale", op.Output(0));
    }

    /// <summary>int32 tensors do not count as quantized elsewhere, since most carry indices or sums; here the scale is meant.</summary>
    private static Value Real(OpContext op) => op.InputType(0) == ElementType.Int32 && op.Input(0).Quantization is { } wide
        ? op.Emit.Dequantize(op.Declared(0), wide)
        : op.Real(0);

    /// <summary>Whether the integers stand for the same numbers before and after: nothing changes, or int8 becomes uint8 with everything 128 higher.</summary>
    private static bool IsRelabelling(OpContext op)
    {
        if (!op.IsQuantized(0) || !op.IsOutputQuantized(0))
            return false;
        QuantizationParameters from = op.Input(0).Quantization!;
        QuantizationParameters to = op.Output(0).Quantization!;
        if (op.InputType(0) == op.OutputType(0))
            return from.Equals(to);
        return op.InputType(0).BitSize() == 8
            && op.OutputType(0).BitSize() == 8
            && from.Scales.AsSpan().SequenceEqual(to.Scales.AsSpan())
            && from.IsPerTensor
            && from.ZeroPoint - op.InputType(0).IntegerRange().Min == to.ZeroPoint - op.OutputType(0).IntegerRange().Min;
    }
}
