using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's Erfc → 1 less Erf.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexErfc")]
internal sealed class FlexErfcHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Value erf = op.Emit.Unary("Erf", op.Real(0));
        op.Result(0, op.Emit.Sub(op.Emit.Const(1, erf.ElementType), erf));
    }
}
