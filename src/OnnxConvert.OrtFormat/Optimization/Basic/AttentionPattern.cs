using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Basic;

/// <summary>
/// The four products of an attention layer: three read a LayerNormalization, which is also added to the fourth, and else only
/// Shapes read it.
/// </summary>
internal static class AttentionPattern
{
    /// <summary>Whether a MatMul and the Add behind it are one of the four.</summary>
    internal static bool Contains(Node matMul, Node add)
    {
        if (matMul.Producer(0, "LayerNormalization") is { } normalization && OutputAdd(normalization) is not null)
            return true;
        return Neighbours.UsesInOrder(add.Outputs[0]).Exists(use => use.Node.Is("Add")
            && use.Node.Producer(1 - use.InputIndex, "LayerNormalization") is { } residual && ReferenceEquals(OutputAdd(residual), add));
    }

    /// <summary>The Add of the fourth product, if the node is such a LayerNormalization.</summary>
    internal static Node? OutputAdd(Node normalization)
    {
        Value value = normalization.Outputs[0];
        List<Use> adds = [.. value.Uses.Where(use => use.Node.Is("Add"))];
        if (adds.Count != 1 || value.Uses.Count(use => use.Node.Is("MatMul")) != 3 || value.Uses.Count(use => use.Node.Is("Shape")) != value.Uses.Count - 4)
            return null;
        return adds[0].Node.Producer(1 - adds[0].InputIndex, "Add");
    }
}
