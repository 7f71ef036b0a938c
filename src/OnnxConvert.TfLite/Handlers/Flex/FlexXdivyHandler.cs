using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's Xdivy → Div and Where: x / y, or 0 where x is 0.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexXdivy")]
internal sealed class FlexXdivyHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Value x = op.Real(0);
        Value zero = op.Emit.Const(0, x.ElementType);
        op.Result(0, op.Emit.Where(op.Emit.Compare("Equal", x, zero), zero, op.Emit.Div(x, op.Real(1))));
    }
}
