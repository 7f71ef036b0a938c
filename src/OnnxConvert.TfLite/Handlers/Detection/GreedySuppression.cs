using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>Suppression by ONNX's own operator.</summary>
internal static class GreedySuppression
{
    /// <summary>Whether the threshold of overlap is in the range that ONNX allows.</summary>
    internal static bool Covers(OpContext op) =>
        op.Constant(3) is { ElementType: ElementType.Float, ElementCount: 1 } threshold && threshold.AsSpan<float>()[0] is > 0 and <= 1;

    internal static Suppressed Find(OpContext op)
    {
        Emitter emit = op.Emit;
        Value scores = op.Real(1);
        Value asked = emit.Reshape(emit.Cast(op.Declared(2), ElementType.Int64), 1);
        // TFLite suppresses what overlaps by the threshold or more, ONNX what overlaps by more.
        Value threshold = emit.Const(TensorData.Vector(float.BitDecrement(op.Constant(3)!.AsSpan<float>()[0])));
        Value rows = emit.Node(
            "NonMaxSuppression",
            [emit.Unsqueeze(op.Real(0), 0), emit.Unsqueeze(scores, 0, 1), asked, threshold, emit.Reshape(op.Real(4), 1)]);
        Value boxes = emit.Gather(rows, emit.Const(2L), 1);
        Value count = emit.Node("Shape", [boxes]);
        Value missing = emit.Concat([emit.Ints(0), emit.Sub(asked, count)], 0);
        return new Suppressed(Fill(op, boxes, missing), Fill(op, emit.Gather(scores, boxes, 0), missing), emit.Squeeze(count, 0));
    }

    private static Value Fill(OpContext op, Value found, Value missing)
    {
        Value filled = op.Emit.Pad(found, missing);
        return op.ConstantInts(2) is [var length] ? op.Emit.Reshape(filled, length) : filled;
    }
}
