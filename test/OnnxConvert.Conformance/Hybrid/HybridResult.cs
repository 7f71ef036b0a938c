namespace OnnxConvert.Conformance.Hybrid;

/// <summary>One dynamic-range model in two forms: float arithmetic, and activations that are quantized while the model runs.</summary>
/// <param name="Name">The model.</param>
/// <param name="Float">Of the first form.</param>
/// <param name="Quantized">Of the second form.</param>
internal sealed record HybridResult(string Name, HybridFigures Float, HybridFigures Quantized);

/// <param name="Error">The largest difference from TFLite, as a fraction of the output's largest magnitude; NaN where nothing is recorded.</param>
/// <param name="Milliseconds">The processor time of the shortest run.</param>
internal readonly record struct HybridFigures(double Error, double Milliseconds);
