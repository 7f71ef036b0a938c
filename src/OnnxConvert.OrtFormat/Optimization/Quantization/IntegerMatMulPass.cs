using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Quantization;

/// <summary>
/// MatMulInteger → Cast → Mul by the product of two scales → Add of a constant bias, which may be missing →
/// MatMulIntegerToFloat. Nobody else reads what is between. (MatMulIntegerToFloatFusion)
/// </summary>
internal sealed class IntegerMatMulPass : NodeOptimizer
{
    protected override bool Optimize(Node node, Graph graph, OptimizerContext context)
    {
        if (!node.Is("Mul") || node.Outputs[0].ElementType != ElementType.Float || Factor(node, "Cast") is not { } cast || Factor(node, "Mul") is not { } scales
            || cast.Producer(0, "MatMulInteger") is not { } product || !ReferenceEquals(Neighbours.OnlyReader(product), cast))
        {
            return false;
        }

        // The kernel wants a single scale on the left; which of the two it is does not matter to the product.
        int left = IsSingle(scales.Inputs[0]!) ? 0 : IsSingle(scales.Inputs[1]!) ? 1 : -1;
        if (left < 0)
            return false;
        List<Value?> inputs = [product.Inputs[0], product.Inputs[1], scales.Inputs[left], scales.Inputs[1 - left], product.Input(2), product.Input(3)];
        Node last = node;
        if (Neighbours.OnlyReader(node) is { } add && add.Is("Add") && ReferenceEquals(add.Inputs[0], node.Outputs[0]) && IsBias(add.Inputs[1]!, product.Inputs[1]!))
        {
            inputs.Add(add.Inputs[1]);
            last = add;
        }

        Node fused = Fusion.Replace(last.Outputs[0], "MatMulIntegerToFloat", MicrosoftOperators.Domain, inputs, last, node, cast, product, scales);
        fused.Name = product.Name;
        return true;
    }

    private static Node? Factor(Node mul, string opType) =>
        (mul.Producer(0, opType) ?? mul.Producer(1, opType)) is { } factor && ReferenceEquals(Neighbours.OnlyReader(factor), mul) ? factor : null;

    private static bool IsSingle(Value scale) => scale.Shape is { Rank: 0 } || (scale.Shape is { Rank: 1 } shape && shape[0].Size == 1);

    /// <summary>A constant with one number for each column, of which there are several.</summary>
    private static bool IsBias(Value value, Value right) =>
        value.Constant is { Rank: > 0 } bias && bias.Dims[^1] > 1 && bias.ElementCount == bias.Dims[^1] && right.Shape is { Rank: > 1 } shape && shape[shape.Rank - 1].Size == bias.Dims[^1];
}
