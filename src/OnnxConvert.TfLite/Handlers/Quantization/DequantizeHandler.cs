using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>DEQUANTIZE → DequantizeLinear, or Cast of float16: the real numbers that integers stand for.</summary>
/// <remarks>Constants are weights nearly always, and keep the type in which the file stores them. DequantizeLinear: 10 → 13 (axis) → 19 → 21 (16 and 4 bits) → 25 (2 bits).</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Dequantize)]
internal sealed class DequantizeHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        if (!op.IsQuantized(0) && !op.InputType(0).IsFloat())
            throw op.NotSupported("the input has no scale", op.Input(0));
        Value real = op.Constant(0) is null ? op.Real(0) : op.Weight(0);
        op.Result(0, op.Emit.Cast(real, op.OutputType(0)));
    }
}
