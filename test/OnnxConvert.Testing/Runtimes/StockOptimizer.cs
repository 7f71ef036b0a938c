using Microsoft.ML.OnnxRuntime;
using OnnxConvert.OrtFormat;

namespace OnnxConvert.Testing.Runtimes;

/// <summary>What stock ONNX Runtime makes of a model and writes down, with the settings of its own converter to the ORT format.</summary>
public static class StockOptimizer
{
    /// <returns>The bytes of the optimized .onnx file.</returns>
    public static byte[] Optimize(byte[] onnx, OrtOptions wanted) => Write(wanted, ".onnx", null, options => new InferenceSession(onnx, options));

    /// <returns>The bytes of the optimized .ort file.</returns>
    /// <param name="onnx">The .onnx file, which may have external data.</param>
    /// <param name="wanted">The level and the target.</param>
    /// <param name="minimalBuildOptimizations">What becomes of the optimizations that a minimal build can do itself: null to do them, save or apply.</param>
    public static byte[] ToOrt(string onnx, OrtOptions wanted, string? minimalBuildOptimizations = null) =>
        Write(wanted, ".ort", minimalBuildOptimizations, options => new InferenceSession(onnx, options));

    /// <inheritdoc cref="ToOrt(string, OrtOptions, string?)"/>
    public static byte[] ToOrt(byte[] onnx, OrtOptions wanted, string? minimalBuildOptimizations = null) =>
        Write(wanted, ".ort", minimalBuildOptimizations, options => new InferenceSession(onnx, options));

    private static byte[] Write(OrtOptions wanted, string extension, string? minimalBuildOptimizations, Func<SessionOptions, InferenceSession> open)
    {
        using var folder = new TemporaryFolder();
        string path = folder.Path("model" + extension);
        using SessionOptions options = Options(wanted);
        options.OptimizedModelFilePath = path;
        if (extension == ".ort")
            options.AddSessionConfigEntry("session.save_model_format", "ORT");
        if (minimalBuildOptimizations is not null)
            options.AddSessionConfigEntry("optimization.minimal_build_optimizations", minimalBuildOptimizations);
        try
        {
            open(options).Dispose();
        }
        catch (OnnxRuntimeException) when (File.Exists(path))
        {
            // The C# binding has no word for some types of inputs; the session was there, and has written the file.
        }
        catch (OnnxRuntimeException exception)
        {
            throw new ModelRuntimeException(exception.Message, exception);
        }

        return File.ReadAllBytes(path);
    }

    private static SessionOptions Options(OrtOptions wanted)
    {
        bool isArm = wanted.TargetPlatform == TargetPlatform.Arm;
        SessionOptions options = StockRuntime.Options(new RuntimeSettings { Level = wanted.OptimizationLevel, PreciseSums = wanted.HasExactSumsOnX64 });
        options.AddSessionConfigEntry("session.qdqisint8allowed", isArm ? "1" : "0");
        options.AddSessionConfigEntry("session.qdq_matmulnbits_accuracy_level", $"{(int)wanted.MatMulNBitsAccuracy}");
        if (isArm)
            options.AddSessionConfigEntry("optimization.disable_specified_optimizers", "NchwcTransformer");
        return options;
    }
}
