using OnnxConvert.Ir;
using OnnxConvert.Operators;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Fusions;

/// <summary>
/// Gemm → activation → FusedGemm, whose attributes are those of both, the activation's as <c>activation_alpha</c> and so on. The
/// product is of floats, and nobody else reads it. (GemmActivationFusion)
/// </summary>
/// <remarks>The versions of the activations are those for which ONNX Runtime does so.</remarks>
internal sealed class FusedGemmPass : NodeOptimizer
{
    protected override bool Optimize(Node node, Graph graph, OptimizerContext context)
    {
        if (!node.Is("Gemm") || node.Outputs[0].ElementType != ElementType.Float
            || Neighbours.OnlyReader(node) is not { } activation || !IsFusable(activation, context.Opset))
        {
            return false;
        }

        Node fused = Fusion.Replace(activation.Outputs[0], "FusedGemm", MicrosoftOperators.Domain, node.Inputs, activation, node);
        fused.Name = node.Name;
        Fusion.CopyAttributes(node, fused);
        fused.Attributes.Set(new NodeAttribute("activation", activation.OpType));
        // The kernel knows no defaults.
        foreach (OperatorAttribute attribute in OperatorRegistry.Find("", activation.OpType, context.Opset)?.Attributes ?? [])
        {
            if ((activation.Attributes.Find(attribute.Name) ?? attribute.Default) is { Kind: AttributeKind.Float } parameter)
                fused.Attributes.Set(new NodeAttribute($"activation_{attribute.Name}", parameter.Float));
        }

        return true;
    }

    private static bool IsFusable(Node node, int opset) => node.Domain.Length == 0 && node.OpType switch
    {
        "LeakyRelu" or "Relu" or "Sigmoid" or "Tanh" => true,
        "Elu" or "HardSigmoid" or "Selu" or "Softplus" or "Softsign" or "ThresholdedRelu" => opset < 22,
        _ => false,
    };
}
