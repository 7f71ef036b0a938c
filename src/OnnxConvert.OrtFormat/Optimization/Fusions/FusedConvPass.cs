using System.Collections.Immutable;
using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Fusions;

/// <summary>
/// Conv → Relu, Sigmoid, Tanh, LeakyRelu, HardSigmoid or Clip with constant limits → FusedConv. The convolution is of floats, and nobody
/// else reads its result. (ConvActivationFusion)
/// </summary>
/// <param name="only">Which convolutions to look at; null for all.</param>
internal sealed class FusedConvPass(Func<Node, bool>? only = null) : NodeOptimizer
{
    protected override bool Optimize(Node node, Graph graph, OptimizerContext context)
    {
        if (only?.Invoke(node) == false || Activation(node) is not { } activation)
            return false;
        ImmutableArray<float> parameters = Parameters(activation)!.Value;
        Node fused = Fusion.Replace(activation.Outputs[0], "FusedConv", MicrosoftOperators.Domain, node.Inputs, activation, node);
        fused.Name = node.Name;
        Fusion.CopyAttributes(node, fused);
        fused.Attributes.Set(new NodeAttribute("activation", activation.OpType));
        if (parameters.Length > 0)
            fused.Attributes.Set(new NodeAttribute("activation_params", parameters));
        return true;
    }

    /// <summary>The activation that can be fused into a node; null if there is none.</summary>
    internal static Node? Activation(Node node) =>
        node.Is("Conv") && node.Outputs[0].ElementType == ElementType.Float && Neighbours.OnlyReader(node) is { } reader && Parameters(reader) is not null ? reader : null;

    /// <summary>The parameters of an activation in the order of FusedConv; null for other nodes.</summary>
    internal static ImmutableArray<float>? Parameters(Node activation)
    {
        if (activation.Domain.Length > 0)
            return null;
        return activation.OpType switch
        {
            "Relu" or "Sigmoid" or "Tanh" => [],
            "LeakyRelu" => [activation.Attributes.Float("alpha", 0.01f)],
            "HardSigmoid" => [activation.Attributes.Float("alpha", 0.2f), activation.Attributes.Float("beta", 0.5f)],
            "Clip" when ClipBounds.Read(activation) is var (min, max) => [min, max],
            _ => null,
        };
    }
}
