using Microsoft.ML.OnnxRuntime;
using OnnxConvert.OrtFormat;

namespace OnnxConvert.Conformance.Levels;

/// <summary>What stock ONNX Runtime makes of a model at an optimization level, with the settings of its own converter to the ORT format.</summary>
internal static class ReferenceOptimizer
{
    /// <returns>The bytes of the optimized .onnx file.</returns>
    public static byte[] Optimize(byte[] onnx, OptimizationLevel level, TargetPlatform platform)
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".onnx");
        try
        {
            using var options = new SessionOptions
            {
                IntraOpNumThreads = 1,
                GraphOptimizationLevel = level switch
                {
                    OptimizationLevel.None => GraphOptimizationLevel.ORT_DISABLE_ALL,
                    OptimizationLevel.Basic => GraphOptimizationLevel.ORT_ENABLE_BASIC,
                    OptimizationLevel.Extended => GraphOptimizationLevel.ORT_ENABLE_EXTENDED,
                    _ => GraphOptimizationLevel.ORT_ENABLE_ALL,
                },
                OptimizedModelFilePath = path,
                LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
            };
            options.AddSessionConfigEntry("session.qdqisint8allowed", platform == TargetPlatform.Arm ? "1" : "0");
            if (platform == TargetPlatform.Arm)
                options.AddSessionConfigEntry("optimization.disable_specified_optimizers", "NchwcTransformer");
            new InferenceSession(onnx, options).Dispose();
            return File.ReadAllBytes(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
