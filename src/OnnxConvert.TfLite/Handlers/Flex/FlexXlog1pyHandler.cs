using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's Xlog1py: x · log(1 + y), or 0 where x is 0.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexXlog1py")]
internal sealed class FlexXlog1pyHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Value x = op.Real(0);
        Value zero = op.Emit.Const(0, x.ElementType);
        Value product = op.Emit.Mul(x, FlexLog1pHandler.Log1p(op.Emit, op.Real(1)));
        op.Result(0, op.Emit.Where(op.Emit.Compare("Equal", x, zero), zero, product));
    }
}
