namespace OnnxConvert.Testing.Running;

/// <summary>What became of one model.</summary>
public sealed record CaseResult(string Name, Stage Stage)
{
    /// <summary>What went wrong, or why there was nothing to compare; null for a pass.</summary>
    public string? Error { get; init; }

    /// <summary>What the table of causes counts; empty where <see cref="Error"/> itself is the cause.</summary>
    public IReadOnlyList<string> Causes { get; init; } = [];

    /// <summary>Null when there is no .onnx file.</summary>
    public NodeCounts? Counts { get; init; }

    /// <summary>The largest difference as a fraction of its bound.</summary>
    public double Worst { get; init; }

    /// <summary>The largest difference in quantization steps.</summary>
    public double Steps { get; init; }

    /// <summary>Whether a model that ignores its inputs would have passed too.</summary>
    public bool Weak { get; init; }

    public IReadOnlyList<string> Warnings { get; init; } = [];

    public double Seconds { get; init; }

    /// <summary>The stage as lists and tables name it.</summary>
    public string StageName => Stage.ToString().ToLowerInvariant();

    public bool Failed => Stage is not (Stage.Pass or Stage.Skipped);
}
