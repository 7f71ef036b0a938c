using OnnxConvert.Ir;

namespace OnnxConvert.OrtFormat.Optimization.Basic;

/// <summary>Dropout, whose mask nobody reads, outside of training → nothing. (EliminateDropout)</summary>
internal sealed class DropoutPass : NodePass
{
    /// <summary>Up to opset 11 Dropout only exists for inference; then an input tells, and a ratio of 0 does nothing either way.</summary>
    private protected override bool Apply(Node node, Graph graph, int opset)
    {
        if (!node.Is("Dropout"))
            return false;
        bool trains = opset >= 12 && node.Input(2) is { } training && training.Constant is not { ElementCount: 1, ElementType: ElementType.Bool };
        if (trains || (opset >= 12 && node.Input(2)?.Constant is { } flag && flag.AsSpan<byte>()[0] != 0))
            return false;
        return Fusion.Bypass(node);
    }
}
