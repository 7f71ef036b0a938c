using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>UNIQUE → Unique: the values of a vector in the order in which they first appear, and for each element the place of its value.</summary>
/// <remarks>Unique: 11.</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Unique, MinOpset = 11)]
[OpHandler(TfLiteOps.CustomDomain, "FlexUnique", MinOpset = 11)]
internal sealed class UniqueHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        (Value values, Value places) = op.Emit.Unique(op.Raw(0));
        op.RawResult(0, values);
        op.RawResult(1, op.Emit.Cast(places, op.OutputType(1)));
    }
}
