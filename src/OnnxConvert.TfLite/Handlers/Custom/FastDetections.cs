using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>Suppression of boxes by the score of the best class of each; a box that is kept reports its best classes.</summary>
internal static class FastDetections
{
    /// <param name="emit">Writes the nodes.</param>
    /// <param name="options">The options.</param>
    /// <param name="boxes">The corners, (1, N, 4).</param>
    /// <param name="scores">The scores without the background, (1, N, classes).</param>
    internal static Detections Find(Emitter emit, DetectionOptions options, Value boxes, Value scores)
    {
        long perBox = Math.Min(options.MaxClassesPerDetection, options.ClassCount);
        (Value best, Value classes) = emit.TopK(scores, emit.Ints(perBox), 2);
        Value first = emit.Transpose(perBox == 1 ? best : emit.Slice(best, [0], [1], [2]), 0, 2, 1);
        Value kept = Detections.Column(emit, Detections.Suppress(emit, options, boxes, first, options.MaxDetections), 2);

        Value keptBoxes = emit.Gather(emit.Squeeze(boxes, 0), kept, 0);
        if (perBox > 1)
            keptBoxes = emit.Reshape(emit.Tile(keptBoxes, emit.Ints(1, perBox)), -1, 4);
        return new Detections(keptBoxes, Flat(classes), Flat(best), emit.Size(kept, 0));

        Value Flat(Value perAnchor) => emit.Reshape(emit.Gather(emit.Squeeze(perAnchor, 0), kept, 0), -1);
    }
}
