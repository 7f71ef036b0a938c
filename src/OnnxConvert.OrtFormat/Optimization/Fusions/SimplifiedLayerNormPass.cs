using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Fusions;

/// <summary>
/// x / Sqrt(ReduceMean(x²) + ε) · scale → SimplifiedLayerNormalization, which ONNX Runtime adds to ONNX's own domain. The mean is of
/// the last dimension, the square a Pow, the scale a vector, and nobody else reads what is between. (SimplifiedLayerNormFusion)
/// </summary>
internal sealed class SimplifiedLayerNormPass : NodeOptimizer
{
    protected override bool Optimize(Node node, Graph graph, OptimizerContext context)
    {
        Value? x = node.Input(0);
        if (x is null || Normalization.Find(node, x) is not { } found || found.Division.OnlyReader("Mul") is not { } product)
            return false;
        Value scale = product.Other(found.Division.Outputs[0])!;
        if (!Normalization.ScalesRows(scale, x))
            return false;
        Node fused = Fusion.Replace(product.Outputs[0], "SimplifiedLayerNormalization", "", [x, scale], [product, found.Division, .. found.Between]);
        fused.Name = $"{product.Name}/SimplifiedLayerNormFusion/";
        Normalization.SetAttributes(fused, found.Epsilon);
        return true;
    }
}
