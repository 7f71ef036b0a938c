using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Basic;

/// <summary>
/// Transpose → Gemm → Gemm with the other transA or transB, where only Gemm reads the Transpose; Gemm → Transpose, without a
/// bias → Gemm with exchanged operands, where nobody else reads the product. (GemmTransposeFusion)
/// </summary>
internal sealed class GemmTransposePass : NodeOptimizer
{
    protected override bool Optimize(Node node, Graph graph, OptimizerContext context)
    {
        if (!node.Is("Gemm"))
            return false;
        bool changed = Absorb(node, 0, "transA") | Absorb(node, 1, "transB");
        return Exchange(node) || changed;
    }

    private static bool Absorb(Node gemm, int input, string attribute)
    {
        if (gemm.Producer(input, "Transpose") is not { } transpose || transpose.Outputs[0].IsGraphOutput
            || !transpose.Outputs[0].Uses.All(use => use.Node.Is("Gemm") && use.InputIndex < 2))
        {
            return false;
        }

        gemm.SetInput(input, transpose.Inputs[0]);
        gemm.Attributes.Set(new NodeAttribute(attribute, gemm.Attributes.Int(attribute) ^ 1));
        Fusion.RemoveUnread(transpose);
        return true;
    }

    /// <summary>(A·B)ᵀ = Bᵀ·Aᵀ.</summary>
    private static bool Exchange(Node gemm)
    {
        if (gemm.Input(2) is not null || Neighbours.OnlyReader(gemm) is not { } transpose || !transpose.Is("Transpose"))
            return false;
        Node exchanged = Fusion.Replace(transpose.Outputs[0], "Gemm", "", [gemm.Inputs[1], gemm.Inputs[0]], transpose, gemm);
        Fusion.CopyAttributes(gemm, exchanged);
        exchanged.Attributes.Set(new NodeAttribute("transA", gemm.Attributes.Int("transB") ^ 1));
        exchanged.Attributes.Set(new NodeAttribute("transB", gemm.Attributes.Int("transA") ^ 1));
        return true;
    }
}
