using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Fusions;

/// <summary>
/// With d = x - ReduceMean(x): d / Sqrt(ReduceMean(d²) + ε) · scale + bias → LayerNormalization. The means are of the last
/// dimension, the square is a Pow, scale and bias are vectors, and nobody else reads what is between. The difference may be
/// computed twice. (LayerNormFusion)
/// </summary>
/// <param name="level">From opset 17 on the operator is ONNX's own and the level basic; before, it is ONNX Runtime's and the level extended.</param>
internal sealed class LayerNormPass(OptimizationLevel level) : NodeOptimizer
{
    private const int FirstOfOnnx = 17;

    protected override bool Optimize(Node node, Graph graph, OptimizerContext context)
    {
        if (context.Opset >= FirstOfOnnx != (level == OptimizationLevel.Basic) || !Normalization.IsMeanOfRows(node)
            || Differences(node) is not var (square, squared, divided) || Normalization.Find(square, divided.Outputs[0]) is not { } found
            || found.Division.OnlyReader("Mul") is not { } product || product.OnlyReader("Add") is not { } sum)
        {
            return false;
        }

        Value x = node.Inputs[0]!, scale = product.Other(found.Division.Outputs[0])!, bias = sum.Other(product.Outputs[0])!;
        if (!Normalization.ScalesRows(scale, x) || bias.Shape is not { Rank: 1 } shape || !shape.Equals(scale.Shape))
            return false;
        Node fused = Fusion.Replace(sum.Outputs[0], "LayerNormalization", "", [x, scale, bias], [sum, product, found.Division, .. found.Between, squared, divided, node]);
        fused.Name = $"{product.Name}/LayerNormFusion/";
        Normalization.SetAttributes(fused, found.Epsilon);
        return true;
    }

    /// <summary>What reads a mean: the square, the difference that is squared, and that which is divided, which may be the same.</summary>
    private static (Node Square, Node Squared, Node Divided)? Differences(Node mean)
    {
        Value value = mean.Outputs[0];
        if (value.IsGraphOutput || value.Uses.Count is not (1 or 2) || !value.Uses.All(IsDifference))
            return null;
        Node first = value.Uses[0].Node;
        if (value.Uses.Count == 1)
        {
            return first.Outputs[0] is { IsGraphOutput: false, Uses.Count: 2 } difference && difference.Uses.FirstOrDefault(use => use.Node.Is("Pow")).Node is { } pow
                ? (pow, first, first) : null;
        }

        Node second = value.Uses[1].Node;
        if (first.OnlyReader("Pow") is { } square)
            return (square, first, second);
        return second.OnlyReader("Pow") is { } other ? (other, second, first) : null;

        bool IsDifference(Use use) =>
            use.Node.Is("Sub") && use.InputIndex == 1 && ReferenceEquals(use.Node.Graph, mean.Graph) && ReferenceEquals(use.Node.Inputs[0], mean.Inputs[0]);
    }
}
