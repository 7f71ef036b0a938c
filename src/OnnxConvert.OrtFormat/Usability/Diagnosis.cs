namespace OnnxConvert.OrtFormat;

/// <summary>What was found out about a model: where it runs, and what stands in the way elsewhere.</summary>
public sealed record Diagnosis
{
    /// <summary>Stock ONNX Runtime on the CPU.</summary>
    public required RuntimeDiagnosis Stock { get; init; }

    /// <summary>A minimal build of ONNX Runtime, which runs .ort files only.</summary>
    public required RuntimeDiagnosis MinimalBuild { get; init; }

    /// <summary>A build with the operators of a configuration; null if none was given.</summary>
    public RuntimeDiagnosis? Configured { get; init; }

    /// <summary>NNAPI, and CoreML in both kinds of model.</summary>
    public required IReadOnlyList<ProviderDiagnosis> Providers { get; init; }
}

/// <summary>Whether a build of ONNX Runtime runs a model.</summary>
/// <param name="Runs">Whether it does.</param>
/// <param name="Since">
/// The first release that does, as <c>1.17</c>; null if none does, or if that is not the question. A release before
/// <see cref="ModelDoctor.OldestExaminedRelease"/> takes the model's versions, but its kernels were not looked at.
/// </param>
/// <param name="Findings">What stands in the way, or should be known.</param>
public sealed record RuntimeDiagnosis(bool Runs, string? Since, IReadOnlyList<Finding> Findings);

/// <summary>How much of a model an execution provider runs.</summary>
/// <param name="Name">The provider.</param>
/// <param name="Partitioning">By the conditions that the provider has for each node.</param>
/// <param name="WithFixedShapes">The same if all sizes were fixed; null if the model is fine as it is, or has no input of open size.</param>
/// <param name="ByName">By names of operators and fixed shapes alone, which is what ONNX Runtime's mobile checker looks at.</param>
/// <param name="ByNameWithFixedShapes">The same if all sizes were fixed.</param>
/// <param name="Findings">What stands in the way, by operator.</param>
public sealed record ProviderDiagnosis(
    string Name,
    Partitioning Partitioning,
    Partitioning? WithFixedShapes,
    Partitioning ByName,
    Partitioning? ByNameWithFixedShapes,
    IReadOnlyList<Finding> Findings)
{
    /// <summary>Whether it is worth using, the model being as it is.</summary>
    public Verdict Verdict => Partitioning.Verdict;
}
