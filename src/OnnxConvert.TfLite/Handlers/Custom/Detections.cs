using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>What a detector found, best first: boxes (D, 4), classes (D), scores (D), and the number of detections (1).</summary>
internal sealed record Detections(Value Boxes, Value Classes, Value Scores, Value Count)
{
    /// <summary>NonMaxSuppression; gives rows of (batch, class, box), of each class best first.</summary>
    /// <param name="emit">Writes the nodes.</param>
    /// <param name="options">The thresholds.</param>
    /// <param name="boxes">The corners, (1, N, 4).</param>
    /// <param name="scores">The scores, (1, classes, N).</param>
    /// <param name="maxPerClass">The number of boxes that are kept for a class.</param>
    internal static Value Suppress(Emitter emit, DetectionOptions options, Value boxes, Value scores, long maxPerClass) => emit.Node(
        "NonMaxSuppression",
        [boxes, scores, emit.Ints(maxPerClass), emit.Const(TensorData.Vector(options.IouThreshold)), emit.Const(TensorData.Vector(float.BitDecrement(options.ScoreThreshold)))]);

    /// <summary>A column of the rows that <see cref="Suppress"/> gives.</summary>
    internal static Value Column(Emitter emit, Value rows, long column) => emit.Gather(rows, emit.Const(column), 1);
}
