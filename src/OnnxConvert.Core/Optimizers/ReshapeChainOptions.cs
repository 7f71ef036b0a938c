namespace OnnxConvert.Optimizers;

/// <summary>Which chains <see cref="ReshapeChainOptimizer"/> merges.</summary>
public sealed record ReshapeChainOptions
{
    /// <summary>
    /// Whether only a Reshape in front of a Reshape, Squeeze or Unsqueeze counts, where nobody else reads what is between and all sizes are
    /// known. The new Reshape stands even where it changes nothing.
    /// </summary>
    public bool IsStrict { get; init; }
}
