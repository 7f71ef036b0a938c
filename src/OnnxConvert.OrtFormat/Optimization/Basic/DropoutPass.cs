using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Basic;

/// <summary>Dropout, whose mask nobody reads, outside of training → nothing. (EliminateDropout)</summary>
internal sealed class DropoutPass : NodeOptimizer
{
    /// <summary>Up to opset 11 Dropout only exists for inference; then an input tells, and a ratio of 0 does nothing either way.</summary>
    protected override bool Optimize(Node node, Graph graph, OptimizerContext context)
    {
        if (!node.Is("Dropout"))
            return false;
        bool trains = context.Opset >= 12 && node.Input(2) is { } training && training.Constant is not { ElementCount: 1, ElementType: ElementType.Bool };
        if (trains || (context.Opset >= 12 && node.Input(2)?.Constant is { } flag && flag.AsSpan<byte>()[0] != 0))
            return false;
        return Fusion.Bypass(node);
    }
}
