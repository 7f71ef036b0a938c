using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// TFLite_Detection_PostProcess → NonMaxSuppression between the arithmetic that decodes boxes and the gathering of results.
/// Inputs encodings (1, N, 4 or more), scores (1, N, background and classes), anchors (N, 4), each a center and a size as y, x, height,
/// width. Outputs boxes (1, D, 4) as two corners, classes and scores (1, D), number (1), with zeros behind the last detection.
/// </summary>
/// <remarks>
/// D is max_detections times max_classes_per_detection. TFLite keeps scores that reach the threshold, ONNX those above it, so
/// that the next lower float is written. NonMaxSuppression: 10 → 11 (no change in what is used here).
/// </remarks>
[OpHandler(TfLiteOps.CustomDomain, "TFLite_Detection_PostProcess", MinOpset = 11)]
internal sealed class DetectionPostProcessHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        DetectionOptions options = DetectionOptions.Of(op);
        if (op.Shape(0)?[0].Size is > 1 and var batch)
            throw op.NotSupported($"the batch size is {batch}; the operator is defined for 1", op.Input(0));
        Value boxes = DecodeBoxes(op, options);
        Value scores = op.Emit.Slice(op.Real(1), [-options.ClassCount], [long.MaxValue], [2]);
        Detections found = options.UsesRegularNms
            ? RegularDetections.Find(op.Emit, options, boxes, scores)
            : FastDetections.Find(op.Emit, options, boxes, scores);

        long count = options.MaxDetections * options.MaxClassesPerDetection;
        op.Result(0, op.Emit.Reshape(FillUp(op.Emit, found.Boxes, count), 1, count, 4));
        op.Result(1, op.Emit.Reshape(FillUp(op.Emit, op.Emit.Cast(found.Classes, ElementType.Float), count), 1, count));
        op.Result(2, op.Emit.Reshape(FillUp(op.Emit, found.Scores, count), 1, count));
        op.Result(3, op.Emit.Cast(found.Count, ElementType.Float));
    }

    /// <summary>The two corners of each box, (1, N, 4).</summary>
    private static Value DecodeBoxes(OpContext op, DetectionOptions options)
    {
        Emitter emit = op.Emit;
        Value encodings = op.Real(0);
        Value anchors = op.Real(2);
        Value anchorCenter = emit.Slice(anchors, [0], [2], [1]);
        Value anchorSize = emit.Slice(anchors, [2], [4], [1]);
        Value offset = emit.Div(emit.Slice(encodings, [0], [2], [2]), emit.Const(TensorData.Vector(options.Scales.AsSpan(0, 2))));
        Value growth = emit.Div(emit.Slice(encodings, [2], [4], [2]), emit.Const(TensorData.Vector(options.Scales.AsSpan(2, 2))));
        Value center = emit.Add(emit.Mul(offset, anchorSize), anchorCenter);
        Value half = emit.Mul(emit.Mul(emit.Unary("Exp", growth), emit.Const(0.5f)), anchorSize);
        return emit.Concat([emit.Sub(center, half), emit.Add(center, half)], 2);
    }

    /// <summary>Zeros behind the last row, up to a number of rows.</summary>
    private static Value FillUp(Emitter emit, Value rows, long count)
    {
        int rank = rows.Shape?.Rank ?? 1;
        Value missing = emit.Sub(emit.Ints(count), emit.Size(rows, 0));
        return emit.Pad(rows, emit.Concat([emit.Ints(new long[rank]), missing, emit.Ints(new long[rank - 1])], 0));
    }
}
