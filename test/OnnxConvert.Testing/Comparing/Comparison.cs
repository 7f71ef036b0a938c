namespace OnnxConvert.Testing.Comparing;

/// <summary>The outcome for one output: <see cref="Problem"/> is null when it counts as equal.</summary>
/// <param name="Problem">What differs, with the worst element, its difference and the bound.</param>
/// <param name="Worst">The largest difference as a fraction of its bound; at most 1 when equal.</param>
/// <param name="Steps">The largest difference in quantization steps, where the expected output is quantized.</param>
public sealed record Comparison(string? Problem, double Worst = 0, double Steps = 0);
