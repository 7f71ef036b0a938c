using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Fusions;

/// <summary>
/// MatMul, perhaps cast → Add of a constant vector → SkipLayerNormalization without a bias → one with that bias. Nobody else reads
/// the sum. (BiasSkipLayerNormFusion)
/// </summary>
internal sealed class BiasSkipLayerNormPass : NodeOptimizer
{
    protected override bool Optimize(Node node, Graph graph, OptimizerContext context)
    {
        if (!node.IsMicrosoft("SkipLayerNormalization") || node.Inputs.Count != 4)
            return false;
        for (int i = 0; i < 2; i++)
        {
            if (node.Producer(i, "Add") is not { } add || Neighbours.OnlyReader(add) is null || Addends(add) is not var (product, bias)
                || product.Shape is not { Rank: > 0 } shape || !SkipLayerNormPass.IsRow(bias, shape))
            {
                continue;
            }

            node.SetInput(i, product);
            node.AddInput(bias);
            Fusion.RemoveUnread(add);
            return true;
        }

        return false;
    }

    private static (Value Product, Value Bias)? Addends(Node add)
    {
        for (int i = 0; i < 2; i++)
        {
            Node? source = add.Producer(i, "Cast") ?? add;
            if ((ReferenceEquals(source, add) ? add.Producer(i, "MatMul") : source.Producer(0, "MatMul")) is not null && add.Inputs[1 - i] is { IsConstant: true } bias)
                return (add.Inputs[i]!, bias);
        }

        return null;
    }
}
