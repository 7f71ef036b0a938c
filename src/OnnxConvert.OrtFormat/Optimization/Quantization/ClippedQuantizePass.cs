using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Quantization;

/// <summary>
/// Relu or Clip → QuantizeLinear → QuantizeLinear alone, where the limits of the stored type are at least as narrow. Nobody else
/// reads the limited value. (ReluQuantFusion, ClipQuantFusion)
/// </summary>
internal sealed class ClippedQuantizePass : NodeOptimizer
{
    /// <summary>The distance of the float behind 1, which bounds that were computed may be off.</summary>
    private const float Epsilon = 1.1920929e-7f;

    protected override bool Optimize(Node node, Graph graph, OptimizerContext context) =>
        (node.Is("Relu") || node.Is("Clip")) && Neighbours.OnlyReader(node) is { } reader && Quantizer.IsQuantize(reader) && ReferenceEquals(reader.Inputs[0], node.Outputs[0])
        && IsImplied(node, reader) && Fusion.Bypass(node);

    /// <summary>Whether a quantization limits its input at least as much as a Relu or Clip before it.</summary>
    private static bool IsImplied(Node clip, Node quantize)
    {
        if (Quantizer.Parameters(quantize) is not var (scale, zeroPoint, type))
            return false;
        (long min, long max) = type.IntegerRange();
        if (clip.Is("Relu"))
            return zeroPoint == min;
        float lower = (min - zeroPoint) * scale, upper = (max - zeroPoint) * scale;
        return ClipBounds.Read(clip) is var (low, high) && low - lower <= Epsilon && upper - high <= Epsilon;
    }
}
