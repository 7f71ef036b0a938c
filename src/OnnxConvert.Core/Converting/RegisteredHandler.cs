namespace OnnxConvert.Converting;

/// <summary>A handler with what was said of it when it was registered.</summary>
/// <param name="Domain">The source format's domain.</param>
/// <param name="OpType">The operator's name there.</param>
/// <param name="MinOpset">The lowest target opset that it serves.</param>
/// <param name="Restrictions">What it does not cover, or null.</param>
/// <param name="Handler">The handler.</param>
public sealed record RegisteredHandler(string Domain, string OpType, int MinOpset, string? Restrictions, IOpHandler Handler);
