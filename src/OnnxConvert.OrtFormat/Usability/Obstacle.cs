namespace OnnxConvert.OrtFormat;

/// <summary>Why an accelerator that has an operator does not run a node of it, and what to do.</summary>
internal sealed record Obstacle(string Problem, string Advice);
