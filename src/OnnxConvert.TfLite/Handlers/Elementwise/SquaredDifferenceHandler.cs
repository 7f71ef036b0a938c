using OnnxConvert.Extensibility;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>SQUARED_DIFFERENCE → Sub, and Mul of the difference by itself.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.SquaredDifference)]
internal sealed class SquaredDifferenceHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Value difference = op.Emit.Sub(op.Real(0), op.Real(1));
        op.Result(0, op.Emit.Mul(difference, difference));
    }
}
