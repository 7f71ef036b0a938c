using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Basic;

/// <summary>Reshape → Reshape, Squeeze or Unsqueeze, to sizes that are known → one Reshape; nobody else reads what is between. (ReshapeFusion)</summary>
internal sealed class ReshapeChainPass : NodeOptimizer
{
    protected override bool Optimize(Node node, Graph graph, OptimizerContext context)
    {
        if (!node.Is("Reshape") || Neighbours.OnlyReader(node) is not { } next || !IsReshape(next) || !ReferenceEquals(next.Inputs[0], node.Outputs[0])
            || next.Outputs[0].Shape?.ToSizes() is not { } sizes || Array.Exists(sizes, size => size == 0) || node.Outputs[0].Shape?.IsStatic != true)
        {
            return false;
        }

        Fusion.Replace(next.Outputs[0], "Reshape", "", [node.Inputs[0], graph.AddInitializer("shape", TensorData.Vector<long>(sizes))], next, node);
        return true;
    }

    private static bool IsReshape(Node node) => node.Is("Reshape") || node.Is("Squeeze") || node.Is("Unsqueeze");
}
