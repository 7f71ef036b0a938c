using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's Concat → Concat: the axis, then the parts.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexConcat", Restrictions = "the axis must be constant")]
internal sealed class FlexConcatHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        int axis = op.Axis(op.RequireInts(0, "the axis")[0], op.Rank(1));
        op.DeclaredResult(0, op.Emit.Concat([.. Enumerable.Range(1, op.InputCount - 1).Select(op.Declared)], axis));
    }
}
