namespace OnnxConvert.Optimizers;

/// <summary>Which nodes <see cref="IdentityOptimizer"/> takes for identities.</summary>
public sealed record IdentityOptions
{
    /// <summary>The operators that are looked at.</summary>
    /// <value>Null, the default, for all that the optimizer knows.</value>
    public IReadOnlySet<string>? Operators { get; init; }

    /// <summary>Whether shapes that are equal prove that a node changes nothing; otherwise only its constants do.</summary>
    public bool ComparesShapes { get; init; } = true;

    /// <summary>Elements that a neutral operand, as the zeros of x + 0, may have; larger ones are not looked through.</summary>
    public long LargestOperand { get; init; } = 1 << 16;

    /// <summary>
    /// Whether nodes that compute outputs of the graph stay, but for Identity of a computed value that nobody else reads. Otherwise only
    /// those stay whose outputs would become inputs, constants, or one with other outputs.
    /// </summary>
    public bool KeepsOutputs { get; init; }
}
