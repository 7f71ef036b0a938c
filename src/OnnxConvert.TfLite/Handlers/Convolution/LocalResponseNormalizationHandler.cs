using OnnxConvert.Extensibility;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>LOCAL_RESPONSE_NORMALIZATION → LRN: x over (bias + alpha times the sum of squares of the channels around)^beta. Input (N, H, W, C).</summary>
/// <remarks>ONNX divides alpha by the number of channels around, TFLite does not. LRN: 1 → 13 (bfloat16).</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.LocalResponseNormalization)]
internal sealed class LocalResponseNormalizationHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        long size = (2 * op.Int("radius")) + 1;
        Value y = op.Emit.Unary(
            "LRN",
            op.Emit.ToChannelsFirst(op.Real(0)),
            new NodeAttribute("size", size),
            new NodeAttribute("alpha", op.Float("alpha") * size),
            new NodeAttribute("beta", op.Float("beta")),
            new NodeAttribute("bias", op.Float("bias")));
        op.Result(0, op.Emit.ToChannelsLast(y));
    }
}
