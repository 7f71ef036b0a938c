using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Rewriters;

/// <summary>DENSIFY(constant) → the constant, so that the operators behind it see weights. Constants are read dense already.</summary>
[Rewriter]
internal sealed class DensifyRewriter : IRewriter
{
    public bool Rewrite(Node node, RewriteContext context)
    {
        if (node.Domain != TfLiteOps.Domain || node.OpType != TfLiteOps.Densify || node.Outputs is not [{ IsUnused: false } dense])
            return false;
        if (node.Input(0) is not { IsConstant: true } weights)
            return context.Miss(node, "its input is not constant");
        // A result of the model keeps its own name.
        if (dense.IsGraphOutput || dense.ElementType != weights.ElementType || !Equals(dense.Quantization, weights.Quantization))
            return false;
        RewriteContext.Replace(dense, weights);
        return true;
    }
}
