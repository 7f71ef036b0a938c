using OnnxConvert.OrtFormat;

namespace OnnxConvert.Cli.Convert;

/// <summary>How .ort files are made, and how they and their configurations are called: as ONNX Runtime's own converter does it.</summary>
/// <param name="Options">How far to optimize and for what.</param>
/// <param name="IsAsked">Whether an option asked for it; without one, an .ort file that is converted to .ort is only written anew.</param>
/// <param name="ReducesTypes">Whether a configuration with types is written beside the models.</param>
internal sealed record OrtTarget(OrtOptions Options, bool IsAsked, bool ReducesTypes)
{
    /// <summary>The level, unless it is the highest, and the style, unless it is fixed: <c>.extended.with_runtime_opt</c>.</summary>
    private string Suffix =>
        (Options.OptimizationLevel == OptimizationLevel.All ? "" : "." + LevelName(Options.OptimizationLevel))
        + (Options.OptimizationStyle == OptimizationStyle.Runtime ? ".with_runtime_opt" : "");

    /// <summary>The name of a model's file.</summary>
    /// <param name="stem">The model's name.</param>
    public string ModelName(string stem) => $"{stem}{Suffix}.ort";

    /// <summary>The name of the configuration of a model, or of all models of a folder.</summary>
    /// <param name="modelFile">The name of the model's file; null for a folder.</param>
    public string ConfigurationName(string? modelFile = null)
    {
        string stem = Path.GetFileNameWithoutExtension(modelFile) ?? "";
        if (Suffix.Length > 0 && stem.EndsWith(Suffix, StringComparison.Ordinal))
            stem = stem[..^Suffix.Length];
        return $"{(stem.Length > 0 ? stem + "." : "")}required_operators_and_types{Suffix}.config";
    }

    // ONNX Runtime's converter calls no optimization "disable"; here the name is that of the option.
    private static string LevelName(OptimizationLevel level) => level == OptimizationLevel.None ? "disable" : level.ToString().ToLowerInvariant();
}
