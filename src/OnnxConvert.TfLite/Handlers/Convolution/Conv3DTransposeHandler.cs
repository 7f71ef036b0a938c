using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>CONV_3D_TRANSPOSE → ConvTranspose. Inputs output shape (5), filter (kd, kh, kw, O, I), tensor (N, D, H, W, I), bias (O).</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Conv3DTranspose, Restrictions = "a computed output shape needs opset 11")]
internal sealed class Conv3DTransposeHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Value x = op.Emit.ToChannelsFirst(op.Real(2), 5);
        Value w = op.Weight(1, 4, 3, 0, 1, 2);
        Value y = TransposedConvolution.Apply(op, x, w, "dhw");
        op.Result(0, op.Emit.ToChannelsLast(y, 5), op.Activation());
    }
}
