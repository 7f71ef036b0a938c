using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>SQUARE → Mul of the input by itself.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Square)]
[OpHandler(TfLiteOps.CustomDomain, "FlexSquare")]
internal sealed class SquareHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Value x = op.Real(0);
        op.Result(0, op.Emit.Mul(x, x));
    }
}
