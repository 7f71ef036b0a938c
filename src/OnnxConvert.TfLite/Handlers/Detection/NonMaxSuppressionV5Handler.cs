using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// NON_MAX_SUPPRESSION_V5 → Scan: as NON_MAX_SUPPRESSION_V4, and each box that is chosen lowers the scores of those that overlap
/// it by <c>e^(-overlap² / 2σ)</c>. The sixth input is σ; where that is 0, NonMaxSuppression does. The scores are a result, too.
/// </summary>
/// <remarks>Bodla et al., "Soft-NMS", with the Gaussian weight. NonMaxSuppression: 10 → 11.</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.NonMaxSuppressionV5, MinOpset = 11)]
internal sealed class NonMaxSuppressionV5Handler : IOpHandler
{
    public void Convert(OpContext op)
    {
        float? sigma = op.Constant(5) is { ElementType: ElementType.Float, ElementCount: 1 } data ? data.AsSpan<float>()[0] : null;
        Suppressed found = sigma <= 0 && GreedySuppression.Covers(op)
            ? GreedySuppression.Find(op)
            : SoftSuppression.Find(op, sigma <= 0 ? null : op.Emit.Reshape(op.Real(5)));
        op.RawResult(0, op.Emit.Cast(found.Boxes, op.OutputType(0)));
        op.Result(1, found.Scores);
        op.RawResult(2, op.Emit.Cast(found.Count, op.OutputType(2)));
    }
}
