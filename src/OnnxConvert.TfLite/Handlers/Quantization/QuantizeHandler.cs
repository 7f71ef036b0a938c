using OnnxConvert.Converting;
using OnnxConvert.Emission;
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
            op.DeclaredResult(0, IsInteger(op, out QuantizationParameters from) ? Rescaled(op, from, wide) : op.Emit.Quantize(Real(op), wide, ElementType.Int32));
        else
            throw op.NotSupported("the output has no scale", op.Output(0));
    }

    /// <summary>int32 tensors do not count as quantized elsewhere, since most carry indices or sums; here the scale is meant.</summary>
    private static Value Real(OpContext op) => op.InputType(0) == ElementType.Int32 && op.Input(0).Quantization is { } wide
        ? op.Emit.Dequantize(op.Declared(0), wide)
        : op.Real(0);

    /// <summary>Whether the input holds integers of one scale.</summary>
    private static bool IsInteger(OpContext op, out QuantizationParameters parameters)
    {
        parameters = op.Input(0).Quantization!;
        return op.InputType(0) is ElementType.Int8 or ElementType.UInt8 or ElementType.Int16 or ElementType.Int32 && parameters is { IsPerTensor: true } && op.Output(0).Quantization!.IsPerTensor && !op.IsDequantizing;
    }

    /// <summary>Integers in another scale, as int32. Their product with the quotient of both scales has more bits than float holds.</summary>
    private static Value Rescaled(OpContext op, QuantizationParameters from, QuantizationParameters to)
    {
        Emitter emit = op.Emit;
        Value whole = emit.Sub(emit.Cast(op.Declared(0), ElementType.Double), emit.Const((double)from.ZeroPoint));
        Value product = emit.Mul(whole, emit.Const((double)from.Scale / to.Scale));
        Value rounded = emit.Mul(emit.Unary("Sign", product), emit.Unary("Floor", emit.Add(emit.Unary("Abs", product), emit.Const(0.5))));
        return emit.Cast(emit.Clip(emit.Add(rounded, emit.Const((double)to.ZeroPoint)), int.MinValue, int.MaxValue), ElementType.Int32);
    }

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
