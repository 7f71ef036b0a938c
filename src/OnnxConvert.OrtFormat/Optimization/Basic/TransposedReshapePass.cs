using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Basic;

/// <summary>Transpose → Reshape to the sizes that are there already → Transpose. (TransposeOptimizer)</summary>
internal sealed class TransposedReshapePass : NodeOptimizer
{
    protected override bool Optimize(Node node, Graph graph, OptimizerContext context) =>
        node.Is("Reshape") && node.Producer(0, "Transpose") is not null && node.Inputs[0]!.Shape?.ToSizes() is { } sizes
        && node.Outputs[0].Shape?.ToSizes()?.SequenceEqual(sizes) == true && Fusion.BypassOutput(node);
}
