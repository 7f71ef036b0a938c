using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's UniqueWithCounts → Unique: the values of a vector in the order in which they first appear, for each element the place of its value, and how often each value appears.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexUniqueWithCounts", MinOpset = 11)]
internal sealed class FlexUniqueWithCountsHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        (Value values, Value places) = op.Emit.Unique(op.Declared(0));
        Value counts = Segments.Counts(op.Emit, ElementType.Int64, 1, places, op.Emit.Size(values, 0));
        op.DeclaredResult(0, values);
        op.DeclaredResult(1, op.Emit.Cast(places, op.OutputType(1)));
        op.DeclaredResult(2, op.Emit.Cast(counts, op.OutputType(2)));
    }
}
