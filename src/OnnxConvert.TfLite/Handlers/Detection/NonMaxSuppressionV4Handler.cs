using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// NON_MAX_SUPPRESSION_V4 → NonMaxSuppression, or Scan where its threshold is not certain to be in ONNX's range. Inputs boxes
/// (n, 4), scores (n), the number of results, the thresholds of overlap and score. Results the boxes' numbers, best first and
/// then zeros, and how many there are.
/// </summary>
/// <remarks>TFLite chooses a box without area again and again until there are as many as candidates; NonMaxSuppression chooses it once. NonMaxSuppression: 10 → 11.</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.NonMaxSuppressionV4, MinOpset = 11)]
internal sealed class NonMaxSuppressionV4Handler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Suppressed found = GreedySuppression.Covers(op) ? GreedySuppression.Find(op) : SoftSuppression.Find(op, null);
        op.RawResult(0, op.Emit.Cast(found.Boxes, op.OutputType(0)));
        op.RawResult(1, op.Emit.Cast(found.Count, op.OutputType(1)));
    }
}
