using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>PAD → Pad with zeros; in a quantized tensor these are the zero point.</summary>
/// <remarks>Pad: 2 (attributes) → 11 (inputs) → 18 (axes).</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Pad)]
[OpHandler(TfLiteOps.CustomDomain, "FlexPad")]
internal sealed class PadHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Value? zero = op.IsQuantized(0) && !op.IsDequantizing ? op.RawZero(0) : null;
        op.RawResult(0, Paddings.Pad(op, op.Raw(0), 1, zero));
    }
}
