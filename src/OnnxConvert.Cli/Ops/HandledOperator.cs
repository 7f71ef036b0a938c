namespace OnnxConvert.Cli.Ops;

/// <summary>A TFLite operator that is handled.</summary>
/// <param name="Name">The operator, or the custom code.</param>
/// <param name="Custom">Whether it is a custom operator.</param>
/// <param name="MinOpset">The lowest opset it converts to; 0: all.</param>
/// <param name="Restrictions">What is not covered, or null.</param>
internal sealed record HandledOperator(string Name, bool Custom, int MinOpset, string? Restrictions);
