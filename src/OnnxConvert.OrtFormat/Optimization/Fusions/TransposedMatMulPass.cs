using OnnxConvert.Ir;

namespace OnnxConvert.OrtFormat.Optimization.Fusions;

/// <summary>Transpose of the last two dimensions → MatMul → FusedMatMul with transA or transB. The Transpose stays where others read it. (MatmulTransposeFusion)</summary>
internal sealed class TransposedMatMulPass : NodePass
{
    private protected override bool Apply(Node node, Graph graph, int opset)
    {
        if (!(node.Is("MatMul") || node.IsMicrosoft("FusedMatMul")) || node.Outputs[0].ElementType is not (ElementType.Float or ElementType.Double))
            return false;
        Node? left = Transposed(node, 0), right = Transposed(node, 1);
        if (left is null && right is null)
            return false;

        Node fused = Fusion.Replace(node.Outputs[0], "FusedMatMul", MicrosoftOperators.Domain, [left?.Inputs[0] ?? node.Inputs[0], right?.Inputs[0] ?? node.Inputs[1]], node);
        Fusion.CopyAttributes(node, fused);
        Flip(fused, "transA", left);
        Flip(fused, "transB", right);
        Fusion.RemoveUnread([.. new[] { left, right }.OfType<Node>().Distinct()]);
        return true;
    }

    private static void Flip(Node fused, string attribute, Node? transpose) =>
        fused.Attributes.Set(new NodeAttribute(attribute, fused.Attributes.Int(attribute) ^ (transpose is null ? 0 : 1)));

    private static Node? Transposed(Node node, int input)
    {
        if (node.Producer(input, "Transpose") is not { } transpose || transpose.Outputs[0].IsGraphOutput || transpose.Attributes.Ints("perm") is not { Length: >= 2 } perm)
            return null;
        int rank = perm.Length;
        for (int i = 0; i < rank - 2; i++)
        {
            if (perm[i] != i)
                return null;
        }

        return perm[rank - 2] == rank - 1 && perm[rank - 1] == rank - 2 ? transpose : null;
    }
}
