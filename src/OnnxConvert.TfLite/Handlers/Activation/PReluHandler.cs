using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>PRELU → PRelu: negative elements times alpha, which broadcasts to the shape of the input. Bytes are rounded as the kernels do.</summary>
/// <remarks>PRelu: 7 (broadcasting) → 9 (integers) → 16 (bfloat16).</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.PRelu)]
internal sealed class PReluHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        if (op.StoredQuantization(0) is { IsPerTensor: true } x && op.StoredQuantization(1) is { IsPerTensor: true } alpha && op.StoredOutputQuantization(0) is { IsPerTensor: true } result)
            op.DeclaredResult(0, FixedPointPRelu(op, x, alpha, result));
        else
            op.Result(0, op.Emit.Binary("PRelu", op.Real(0), op.Real(1)));
    }

    private static Value FixedPointPRelu(OpContext op, QuantizationParameters x, QuantizationParameters alpha, QuantizationParameters result)
    {
        Emitter emit = op.Emit;
        Value whole = emit.Dequantize(op.Raw(0), new QuantizationParameters(1, x.ZeroPoint));
        Value product = emit.Mul(whole, emit.Dequantize(op.Raw(1), new QuantizationParameters(1, alpha.ZeroPoint)));
        Value y = emit.Where(
            emit.Compare("GreaterOrEqual", whole, emit.Const(0f)),
            TwiceRounded.Product(op, emit, whole, [x.Scale / result.Scale]),
            TwiceRounded.Product(op, emit, product, [x.Scale * alpha.Scale / result.Scale]));
        (long min, long max) = op.OutputType(0).IntegerRange();
        Value stored = emit.Add(y, emit.Const((float)op.Output(0).Quantization!.ZeroPoint));
        return emit.Cast(emit.Clip(stored, min, max), op.OutputType(0));
    }
}
