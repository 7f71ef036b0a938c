using OnnxConvert.Ir;

namespace OnnxConvert.Converting;

/// <summary>
/// Turns a pattern of source operators into others, before single operators are converted. The pipeline offers every
/// node in turn, removes what becomes dead, and goes on until no rewriter fires.
/// </summary>
public interface IRewriter
{
    /// <summary>Looks whether the pattern ends at <paramref name="node"/>, and if so replaces it.</summary>
    /// <param name="node">The candidate.</param>
    /// <param name="context">Creates new nodes, replaces values, and records why a near match was left alone.</param>
    /// <returns>Whether the graph was changed.</returns>
    bool Rewrite(Node node, RewriteContext context);
}
