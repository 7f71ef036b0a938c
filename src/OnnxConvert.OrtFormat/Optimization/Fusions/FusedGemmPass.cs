using OnnxConvert.Ir;

namespace OnnxConvert.OrtFormat.Optimization.Fusions;

/// <summary>
/// Gemm → activation → FusedGemm, whose attributes are those of both, the activation's as <c>activation_alpha</c> and so on. The
/// product is of floats, and nobody else reads it. (GemmActivationFusion)
/// </summary>
/// <remarks>The versions of the activations are those for which ONNX Runtime does so.</remarks>
internal sealed class FusedGemmPass : NodePass
{
    private protected override bool Apply(Node node, Graph graph, int opset)
    {
        if (!node.Is("Gemm") || node.Outputs[0].ElementType != ElementType.Float
            || Neighbours.OnlyReader(node) is not { } activation || !IsFusable(activation, opset))
        {
            return false;
        }

        Node fused = Fusion.Replace(activation.Outputs[0], "FusedGemm", MicrosoftOperators.Domain, node.Inputs, activation, node);
        fused.Name = node.Name;
        Fusion.CopyAttributes(node, fused);
        fused.Attributes.Set(new NodeAttribute("activation", activation.OpType));
        foreach (NodeAttribute attribute in activation.Attributes)
            fused.Attributes.Set(new NodeAttribute($"activation_{attribute.Name}", attribute.Float));
        return true;
    }

    private static bool IsFusable(Node node, int opset) => node.Domain.Length == 0 && node.OpType switch
    {
        "Relu" or "Sigmoid" or "Tanh" => true,
        "LeakyRelu" => opset < 16,
        "Elu" or "HardSigmoid" or "Selu" or "Softplus" or "Softsign" or "ThresholdedRelu" => opset < 22,
        _ => false,
    };
}
