using Microsoft.ML.OnnxRuntime;
using OnnxConvert.Ir;

namespace OnnxConvert.OrtFormat;

/// <summary>ONNX Runtime itself, as writer and reader of the format.</summary>
internal static class StockRuntime
{
    /// <summary>The .ort file that ONNX Runtime makes of a model, with the optimizations that it leaves to the runtime saved in it.</summary>
    public static byte[] Save(Model model)
    {
        string path = Path.Combine(Path.GetTempPath(), $"onnxconvert-{Guid.NewGuid():N}.ort");
        try
        {
            using var onnx = new MemoryStream();
            OnnxModel.Save(model, onnx);
            using var options = new SessionOptions { OptimizedModelFilePath = path, LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };
            options.AddSessionConfigEntry("session.save_model_format", "ORT");
            options.AddSessionConfigEntry("optimization.minimal_build_optimizations", "save");
            using var session = new InferenceSession(onnx.ToArray(), options);
            return File.ReadAllBytes(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Loads a file; throws where ONNX Runtime does.</summary>
    public static void Load(byte[] file)
    {
        using var options = new SessionOptions { LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };
        using var session = new InferenceSession(file, options);
    }
}
