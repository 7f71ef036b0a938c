using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's DivNoNan → Div and Where: the quotient, or 0 where the divisor is 0.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexDivNoNan")]
internal sealed class FlexDivNoNanHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Value divisor = op.Real(1);
        Value zero = op.Emit.Const(0, divisor.ElementType);
        op.Result(0, op.Emit.Where(op.Emit.Compare("Equal", divisor, zero), zero, op.Emit.Div(op.Real(0), divisor)));
    }
}
