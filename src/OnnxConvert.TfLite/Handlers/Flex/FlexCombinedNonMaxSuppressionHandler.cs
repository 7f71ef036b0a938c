using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// TensorFlow's CombinedNonMaxSuppression → NonMaxSuppression for each class, TopK over all. Inputs boxes (B, N, 1 or classes, 4),
/// scores (B, N, classes), the most boxes for each class and for each image, the largest overlap, the lowest score. Gives boxes
/// (B, D, 4), scores and classes (B, D), and how many there are (B), with zeros behind them.
/// </summary>
/// <remarks>D is the most for each image; with pad_per_class no more than the most of all classes together.</remarks>
[OpHandler(TfLiteOps.CustomDomain, "FlexCombinedNonMaxSuppression", MinOpset = 11, Restrictions = "it must be known whether classes share their boxes")]
internal sealed class FlexCombinedNonMaxSuppressionHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        bool isShared = op.Size(0, 2) == 1;
        Value scores = emit.Transpose(op.Real(1), 0, 2, 1);
        Value batch = emit.Length(scores, 0);
        Value classes = emit.Length(scores, 1);
        Value count = emit.Length(scores, 2);
        Value boxes = emit.Transpose(op.Real(0), 0, 2, 1, 3);
        Value perImage = emit.Mul(classes, count);

        Value candidates = Candidates(op, boxes, scores, isShared);
        candidates = emit.Reshape(candidates, emit.Concat([emit.Reshape(batch, 1), emit.Reshape(perImage, 1)], 0));
        Value limit = op.Index(3);
        if (op.Flag("pad_per_class"))
            limit = emit.Min(limit, emit.Mul(op.Index(2), classes));
        (Value best, Value places) = emit.TopK(candidates, emit.Reshape(emit.Min(limit, perImage), 1), 1);
        Value isFound = emit.Compare("Greater", best, emit.Const(float.NegativeInfinity));
        Value zero = emit.Const(0f);

        Value image = emit.Unsqueeze(emit.Indices(batch), 1);
        Value box = isShared
            ? emit.Add(emit.Mul(image, count), emit.Binary("Mod", places, count))
            : emit.Add(emit.Mul(image, perImage), places);
        Value found = emit.Gather(emit.Reshape(boxes, -1, 4), box, 0);
        if (op.Node.Attributes.Int("clip_boxes", 1) != 0)
            found = emit.Clip(found, 0, 1);
        op.Result(0, FillUp(emit, emit.Where(emit.Unsqueeze(isFound, 2), found, zero), limit, 3));
        op.Result(1, FillUp(emit, emit.Where(isFound, best, zero), limit, 2));
        Value ofClass = emit.Cast(emit.Div(places, count), ElementType.Float);
        op.Result(2, FillUp(emit, emit.Where(isFound, ofClass, zero), limit, 2));
        op.DeclaredResult(3, emit.Reduce("ReduceSum", emit.Cast(isFound, ElementType.Int32), [1], keepDims: false));
    }

    /// <summary>The score of each class and box, flat; minus infinity where it was not selected.</summary>
    private static Value Candidates(OpContext op, Value boxes, Value scores, bool isShared)
    {
        Emitter emit = op.Emit;
        Value count = emit.Length(scores, 2);
        Value ofClass = emit.Reshape(boxes, emit.Concat([emit.Ints(-1), emit.Size(boxes, 2), emit.Ints(4)], 0));
        // Classes with boxes of their own are images of one class.
        Value groups = isShared ? scores : emit.Reshape(scores, emit.Concat([emit.Ints(-1, 1), emit.Size(scores, 2)], 0));
        Value selected = emit.Node(
            "NonMaxSuppression",
            [ofClass, groups, emit.Reshape(op.Index(2), 1), emit.Reshape(op.Real(4), 1), emit.Reshape(op.Real(5), 1)]);
        Value group = emit.Slice(selected, [0], [1], [1]);
        if (isShared)
            group = emit.Add(emit.Mul(group, emit.Length(scores, 1)), emit.Slice(selected, [1], [2], [1]));
        Value place = emit.Add(emit.Mul(group, count), emit.Slice(selected, [2], [3], [1]));
        Value flat = emit.Reshape(scores, -1);
        Value nothing = emit.Expand(emit.Const(float.NegativeInfinity), emit.Shape(flat));
        return emit.ScatterND(nothing, place, emit.Gather(flat, emit.Squeeze(place, 1), 0));
    }

    /// <summary>Zeros behind the last entry of the second dimension, up to a limit.</summary>
    private static Value FillUp(Emitter emit, Value found, Value limit, int rank)
    {
        Value missing = emit.Sub(emit.Reshape(limit, 1), emit.Size(found, 1));
        return emit.Pad(found, emit.Concat([emit.Ints(new long[rank + 1]), missing, .. rank > 2 ? [emit.Ints(new long[rank - 2])] : (Value[])[]], 0));
    }
}
