using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's Xlogy → Mul, Log and Where: x · log(y), or 0 where x is 0.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexXlogy")]
internal sealed class FlexXlogyHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Value x = op.Real(0);
        Value zero = op.Emit.Const(0, x.ElementType);
        Value product = op.Emit.Mul(x, op.Emit.Unary("Log", op.Real(1)));
        op.Result(0, op.Emit.Where(op.Emit.Compare("Equal", x, zero), zero, product));
    }
}
