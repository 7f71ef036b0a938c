using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>LOG → Log: the natural logarithm.</summary>
/// <remarks>
/// The quantized kernels give the lowest value of the output where the input is 0 or below. QuantizeLinear does the same with
/// what Log gives there; a limit on real numbers would let NaN through, so a dequantized model limits the input. The kernel of
/// int16 has a table.
/// </remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Log)]
[OpHandler(TfLiteOps.CustomDomain, "FlexLog")]
internal sealed class LogHandler : IOpHandler
{
    private const float SmallestNormal = 1.17549435e-38f;

    public void Convert(OpContext op)
    {
        if (Int16Table.Covers(op))
        {
            float lowest = op.Output(0).Quantization!.Scale * (short.MinValue - op.Output(0).Quantization!.ZeroPoint);
            op.RawResult(0, Int16Table.Apply(op, value => value <= 0 ? lowest : MathF.Log(value)));
            return;
        }

        Value x = op.Real(0);
        if (op.IsDequantizing && op.IsOutputQuantized(0))
            x = op.Emit.Clip(x, new RealRange(SmallestNormal, float.PositiveInfinity));
        op.Result(0, op.Emit.Unary("Log", x));
    }
}
