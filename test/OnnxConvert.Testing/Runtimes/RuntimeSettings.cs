using OnnxConvert.OrtFormat;

namespace OnnxConvert.Testing.Runtimes;

/// <summary>How a runtime is set up: by default as its users find it, save that it takes one thread.</summary>
public sealed record RuntimeSettings
{
    public static readonly RuntimeSettings Default = new();

    /// <summary>For two forms of a model that must compute the same, bit for bit.</summary>
    public static readonly RuntimeSettings Unoptimized = new() { Level = OptimizationLevel.None };

    /// <summary>What the runtime may optimize.</summary>
    public OptimizationLevel Level { get; init; } = OptimizationLevel.All;

    /// <summary>
    /// Whether integer sums must be exact. ONNX Runtime's kernels for x64 processors with AVX2 but without VNNI limit
    /// intermediate sums to 16 bits otherwise (<c>session.x64quantprecision</c>).
    /// </summary>
    public bool PreciseSums { get; init; }

    /// <summary>After this long a run is ended; null for never.</summary>
    public TimeSpan? Limit { get; init; }

    /// <summary>Whether the optimizations that an ORT format file brings along, saved for the runtime, are done.</summary>
    public bool ReplaysSavedOptimizations { get; init; }
}
