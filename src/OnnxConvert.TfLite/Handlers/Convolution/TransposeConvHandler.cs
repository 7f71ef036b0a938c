using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TRANSPOSE_CONV → ConvTranspose. Inputs output shape (4), filter (O, kh, kw, I), tensor (N, H, W, I), bias (O).</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.TransposeConv, Restrictions = "a computed output shape needs opset 11")]
internal sealed class TransposeConvHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Value x = op.Emit.ToChannelsFirst(op.Real(2));
        Value w = op.Weight(1, 3, 0, 1, 2);
        Value y = TransposedConvolution.Apply(op, x, w, "hw");
        op.Result(0, op.Emit.ToChannelsLast(y), op.Activation());
    }
}
