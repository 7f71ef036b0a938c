using OnnxConvert.Ir;

namespace OnnxConvert.OrtFormat.Optimization.Basic;

/// <summary>Transpose → Reshape to the sizes that are there already → Transpose. (TransposeOptimizer)</summary>
internal sealed class TransposedReshapePass : NodePass
{
    private protected override bool Apply(Node node, Graph graph, int opset) =>
        node.Is("Reshape") && node.Producer(0, "Transpose") is not null && node.Inputs[0]!.Shape?.ToSizes() is { } sizes
        && node.Outputs[0].Shape?.ToSizes()?.SequenceEqual(sizes) == true && Fusion.BypassOutput(node);
}
