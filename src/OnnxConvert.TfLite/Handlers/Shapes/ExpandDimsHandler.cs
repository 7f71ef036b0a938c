using OnnxConvert.Extensibility;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>EXPAND_DIMS → Unsqueeze. The axis is an input and counts in the result.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.ExpandDims, Restrictions = "the axis must be constant")]
internal sealed class ExpandDimsHandler : IOpHandler
{
    public void Convert(OpContext op) =>
        op.RawResult(0, op.Emit.Unsqueeze(op.Raw(0), op.Axis(op.RequireInts(1, "the axis")[0], op.Rank(0) + 1)));
}
