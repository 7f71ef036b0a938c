namespace OnnxConvert.Rewriting;

/// <summary>Registers an <see cref="IOptimizer"/>.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class OptimizerAttribute : Attribute
{
    /// <summary>The optimizer that this one has to precede; null: none.</summary>
    public Type? Before { get; set; }

    /// <summary>The optimizer that this one has to follow; null: none.</summary>
    public Type? After { get; set; }
}
