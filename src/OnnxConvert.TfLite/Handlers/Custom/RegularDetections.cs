using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>Suppression of boxes class by class; the best of all classes together are kept.</summary>
internal static class RegularDetections
{
    /// <param name="emit">Writes the nodes.</param>
    /// <param name="options">The options.</param>
    /// <param name="boxes">The corners, (1, N, 4).</param>
    /// <param name="scores">The scores without the background, (1, N, classes).</param>
    internal static Detections Find(Emitter emit, DetectionOptions options, Value boxes, Value scores)
    {
        Value byClass = emit.Transpose(scores, 0, 2, 1);
        Value kept = Detections.Suppress(emit, options, boxes, byClass, options.DetectionsPerClass);
        Value keptScores = emit.Node("GatherND", [byClass, kept]);
        Value count = emit.Min(emit.Size(keptScores, 0), emit.Ints(options.MaxDetections));
        (Value best, Value places) = emit.TopK(keptScores, count, 0);
        Value rows = emit.Gather(kept, places, 0);
        return new Detections(emit.Gather(emit.Squeeze(boxes, 0), Detections.Column(emit, rows, 2), 0), Detections.Column(emit, rows, 1), best, count);
    }
}
