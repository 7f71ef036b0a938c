using OnnxConvert.Ir;

namespace OnnxConvert.OrtFormat.Optimization.Layout.Blocked;

/// <summary>Computes an operator on blocks of channels.</summary>
internal interface IBlockedRule
{
    /// <summary>Whether the rule is the one for a node's operator.</summary>
    bool IsFor(Node node);

    /// <summary>Adds nodes that compute the operator on blocks, if that can be done.</summary>
    /// <returns>Whether it was done.</returns>
    bool Apply(Node node, BlockedGraph graph);
}
