using OnnxConvert.OrtFormat;

namespace OnnxConvert.Conformance.Levels;

/// <summary>What to optimize how.</summary>
/// <param name="Level">The level.</param>
/// <param name="Platform">The target.</param>
/// <param name="Runs">Whether the models are run, too.</param>
/// <param name="KeepFolder">Where to write the models before and after; null for nowhere.</param>
internal sealed record LevelRequest(OptimizationLevel Level, TargetPlatform Platform = TargetPlatform.Arm, bool Runs = false, string? KeepFolder = null);
