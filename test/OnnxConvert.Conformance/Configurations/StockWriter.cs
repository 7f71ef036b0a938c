using Microsoft.ML.OnnxRuntime;

namespace OnnxConvert.Conformance.Configurations;

/// <summary>Lets stock ONNX Runtime optimize a model and write it down, with the settings of its own converter for arm.</summary>
internal static class StockWriter
{
    /// <param name="model">The .onnx file.</param>
    /// <param name="level">disable, basic, extended or all.</param>
    /// <param name="minimalBuildOptimizations">What becomes of the optimizations that a minimal build can do itself: null to do them, save or apply.</param>
    /// <param name="output">The file that is written: ORT format.</param>
    public static void Write(string model, string level, string? minimalBuildOptimizations, string output)
    {
        using var options = new SessionOptions
        {
            IntraOpNumThreads = 1,
            GraphOptimizationLevel = Level(level),
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
            OptimizedModelFilePath = output,
        };
        options.AddSessionConfigEntry("session.qdqisint8allowed", "1");
        options.AddSessionConfigEntry("optimization.disable_specified_optimizers", "NchwcTransformer");
        if (Path.GetExtension(output) == ".ort")
            options.AddSessionConfigEntry("session.save_model_format", "ORT");
        if (minimalBuildOptimizations is not null)
            options.AddSessionConfigEntry("optimization.minimal_build_optimizations", minimalBuildOptimizations);
        try
        {
            using var session = new InferenceSession(model, options);
        }
        catch (OnnxRuntimeException) when (File.Exists(output))
        {
            // The C# binding has no word for some types of inputs; the session was there, and has written the file.
        }
    }

    private static GraphOptimizationLevel Level(string level) => level switch
    {
        "disable" => GraphOptimizationLevel.ORT_DISABLE_ALL,
        "basic" => GraphOptimizationLevel.ORT_ENABLE_BASIC,
        "extended" => GraphOptimizationLevel.ORT_ENABLE_EXTENDED,
        "all" => GraphOptimizationLevel.ORT_ENABLE_ALL,
        _ => throw new ArgumentException($"There is no level '{level}'.", nameof(level)),
    };
}
