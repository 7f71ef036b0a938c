using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// TensorFlow's NonMaxSuppression, V2 to V4 → NonMaxSuppression. Inputs boxes (N, 4), scores (N), the most boxes to give, the
/// largest overlap, the lowest score. Gives the selected boxes, and for V4 how many there are, with zeros behind them on request.
/// </summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexNonMaxSuppression", MinOpset = 11)]
[OpHandler(TfLiteOps.CustomDomain, "FlexNonMaxSuppressionV2", MinOpset = 11)]
[OpHandler(TfLiteOps.CustomDomain, "FlexNonMaxSuppressionV3", MinOpset = 11)]
[OpHandler(TfLiteOps.CustomDomain, "FlexNonMaxSuppressionV4", MinOpset = 11)]
internal sealed class FlexNonMaxSuppressionHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        Value limit = op.Index(2);
        Value selected = Select(op, emit.Reshape(limit, 1));
        Value count = emit.Size(selected, 0);
        if (op.Flag("pad_to_max_output_size"))
            selected = emit.Pad(selected, emit.Concat([emit.Ints(0), emit.Sub(emit.Reshape(limit, 1), count)], 0));
        op.DeclaredResult(0, emit.Cast(selected, op.OutputType(0)));
        if (op.OutputCount > 1)
            op.DeclaredResult(1, emit.Cast(emit.Reshape(count), op.OutputType(1)));
    }

    /// <summary>The numbers of the boxes that are left, best first.</summary>
    /// <param name="op">The operator.</param>
    /// <param name="limit">The most boxes to give: int64 (1).</param>
    internal static Value Select(OpContext op, Value limit)
    {
        Emitter emit = op.Emit;
        Value overlap = op.HasInput(3) ? op.Real(3) : emit.Const(op.Node.Attributes.Float("iou_threshold", 0.5f));
        Value?[] inputs =
        [
            emit.Unsqueeze(op.Real(0), 0),
            emit.Unsqueeze(op.Real(1), 0, 1),
            limit,
            emit.Reshape(overlap, 1),
            op.HasInput(4) ? emit.Reshape(op.Real(4), 1) : null,
        ];
        // One row of image, class and box for each.
        return emit.Squeeze(emit.Slice(emit.Node("NonMaxSuppression", inputs), [2], [3], [1]), 1);
    }
}
