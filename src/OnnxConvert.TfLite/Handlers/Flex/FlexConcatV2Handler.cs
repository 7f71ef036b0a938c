using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's ConcatV2 → Concat: the parts, then the axis.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexConcatV2", Restrictions = "the axis must be constant")]
internal sealed class FlexConcatV2Handler : IOpHandler
{
    public void Convert(OpContext op)
    {
        int last = op.InputCount - 1;
        int axis = op.Axis(op.RequireInts(last, "the axis")[0], op.Rank(0));
        op.DeclaredResult(0, op.Emit.Concat([.. Enumerable.Range(0, last).Select(op.Declared)], axis));
    }
}
