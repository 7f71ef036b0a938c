namespace OnnxConvert.Converting;

/// <summary>Registers an <see cref="IRewriter"/>.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class RewriterAttribute : Attribute
{
    /// <summary>The rewriter that this one has to precede; null: none.</summary>
    public Type? Before { get; set; }

    /// <summary>The rewriter that this one has to follow; null: none.</summary>
    public Type? After { get; set; }
}
