using OnnxConvert.Ir;
using OnnxConvert.Operators.Evaluation;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Basic;

/// <summary>(1 / x) · y → y / x, where nobody else reads the quotient. (DivMulFusion)</summary>
internal sealed class DivMulPass : NodeOptimizer
{
    protected override bool Optimize(Node node, Graph graph, OptimizerContext context)
    {
        if (!node.Is("Div") || node.Inputs[0]?.Constant is not { ElementCount: 1 } one || !Elements.AreAll(one, 1)
            || Neighbours.OnlyReader(node) is not { } product || !product.Is("Mul"))
        {
            return false;
        }

        Value numerator = product.Inputs[ReferenceEquals(product.Inputs[0], node.Outputs[0]) ? 1 : 0]!;
        // The 1 may have more dimensions than the rest.
        if (one.Rank > 0 && !(one.Rank <= numerator.Shape?.Rank))
            return false;
        Fusion.Replace(product.Outputs[0], "Div", "", [numerator, node.Inputs[1]], product, node);
        return true;
    }
}
