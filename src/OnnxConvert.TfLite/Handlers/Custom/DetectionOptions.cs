using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>The options of TFLite_Detection_PostProcess.</summary>
/// <param name="MaxDetections">The number of boxes that are kept.</param>
/// <param name="MaxClassesPerDetection">The number of classes that are reported for a box, without regular suppression.</param>
/// <param name="DetectionsPerClass">The number of boxes that are kept for a class, with regular suppression.</param>
/// <param name="UsesRegularNms">Whether boxes are suppressed class by class, instead of once by the best class of each.</param>
/// <param name="ScoreThreshold">The lowest score that counts.</param>
/// <param name="IouThreshold">The overlap above which the box of lower score goes.</param>
/// <param name="ClassCount">The number of classes without the background.</param>
/// <param name="Scales">The units of the encodings: y, x, height, width.</param>
internal sealed record DetectionOptions(
    long MaxDetections,
    long MaxClassesPerDetection,
    long DetectionsPerClass,
    bool UsesRegularNms,
    float ScoreThreshold,
    float IouThreshold,
    long ClassCount,
    float[] Scales)
{
    internal static DetectionOptions Of(OpContext op)
    {
        FlexMap map = op.OptionMap();
        var options = new DetectionOptions(
            Int(map, "max_detections"),
            Int(map, "max_classes_per_detection"),
            map.TryGetInt("detections_per_class", out long perClass) ? perClass : 100,
            map.TryGetBool("use_regular_nms", out bool regular) && regular,
            Float(map, "nms_score_threshold"),
            Float(map, "nms_iou_threshold"),
            Int(map, "num_classes"),
            [Float(map, "y_scale"), Float(map, "x_scale"), Float(map, "h_scale"), Float(map, "w_scale")]);
        if (options.MaxDetections <= 0 || options.ClassCount <= 0 || options.MaxClassesPerDetection <= 0)
            throw op.NotSupported($"max_detections ({options.MaxDetections}), max_classes_per_detection ({options.MaxClassesPerDetection}) and num_classes ({options.ClassCount}) must be at least 1");
        if (options.IouThreshold is not (> 0 and <= 1))
            throw op.NotSupported($"nms_iou_threshold is {options.IouThreshold}; it must lie above 0 and not above 1");
        return options;
    }

    private static long Int(FlexMap map, string name) => map.TryGetInt(name, out long value) ? value : 0;

    private static float Float(FlexMap map, string name) => map.TryGetFloat(name, out double value) ? (float)value : 0;
}
