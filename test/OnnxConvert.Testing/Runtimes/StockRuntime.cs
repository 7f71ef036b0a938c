using Microsoft.ML.OnnxRuntime;
using OnnxConvert.OrtFormat;
using OnnxConvert.Testing.Data;

namespace OnnxConvert.Testing.Runtimes;

/// <summary>ONNX Runtime as everybody has it, on the CPU.</summary>
public sealed class StockRuntime : IModelRuntime
{
    public static readonly StockRuntime Instance = new();

    private StockRuntime()
    {
    }

    public string Name => "onnxruntime";

    public IModelSession Load(byte[] model, RuntimeSettings settings)
    {
        using SessionOptions options = Options(settings);
        try
        {
            return new StockSession(new InferenceSession(model, options), settings.Limit);
        }
        catch (OnnxRuntimeException exception)
        {
            throw new ModelRuntimeException(exception.Message, exception);
        }
    }

    /// <summary>Loads and runs a model once, with the runtime's own optimizations.</summary>
    /// <param name="model">The model.</param>
    /// <param name="inputs">In the model's order.</param>
    public static IReadOnlyList<Tensor> Run(byte[] model, params IReadOnlyList<Tensor> inputs)
    {
        using IModelSession session = Instance.Load(model, RuntimeSettings.Default);
        return session.Run(inputs);
    }

    /// <summary>Loads a model and drops it; throws where the runtime does.</summary>
    public static void Check(byte[] model) => Instance.Load(model, RuntimeSettings.Default).Dispose();

    public static SessionOptions Options(RuntimeSettings settings)
    {
        var options = new SessionOptions
        {
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            GraphOptimizationLevel = Level(settings.Level),
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
        };
        if (settings.PreciseSums)
            options.AddSessionConfigEntry("session.x64quantprecision", "1");
        if (settings.ReplaysSavedOptimizations)
            options.AddSessionConfigEntry("session.enable_saved_runtime_optimizations", "1");
        return options;
    }

    public static GraphOptimizationLevel Level(OptimizationLevel level) => level switch
    {
        OptimizationLevel.None => GraphOptimizationLevel.ORT_DISABLE_ALL,
        OptimizationLevel.Basic => GraphOptimizationLevel.ORT_ENABLE_BASIC,
        OptimizationLevel.Extended => GraphOptimizationLevel.ORT_ENABLE_EXTENDED,
        _ => GraphOptimizationLevel.ORT_ENABLE_ALL,
    };
}
