using OnnxConvert.Emission;
using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Quantization;

/// <summary>
/// QuantizeLinear → DequantizeLinear → QuantizeLinear → DequantizeLinear → the outer two, by steps for what both ranges have in
/// common. Each of the two pairs is of one 8-bit type, scale and zero point; of the last one there may be several.
/// (DoubleQDQPairsRemover)
/// </summary>
internal sealed class DoubleQuantizationPass : NodeOptimizer
{
    protected override bool Optimize(Node node, Graph graph, OptimizerContext context)
    {
        if (!node.Is("DequantizeLinear") || node.Producer(0, "QuantizeLinear") is not { } first || !ReferenceEquals(Neighbours.OnlyReader(first), node)
            || Neighbours.OnlyReader(node) is not { } second || !second.Is("QuantizeLinear") || !ReferenceEquals(second.Inputs[0], node.Outputs[0]) || second.Outputs[0].IsGraphOutput)
        {
            return false;
        }

        List<Node> last = [.. second.Outputs[0].Uses.Select(use => use.Node)];
        if (last.Count == 0 || !last.TrueForAll(reader => reader.Is("DequantizeLinear") && ReferenceEquals(reader.Graph, graph) && Quantizer.AreEqual(second, reader)) || !Quantizer.AreEqual(first, node)
            || Quantizer.Parameters(node) is not var (innerScale, innerZero, type) || Quantizer.Parameters(second) is not var (scale, zero, outerType)
            || type != outerType || type is not (ElementType.Int8 or ElementType.UInt8))
        {
            return false;
        }

        if ((innerScale, innerZero) != (scale, zero))
        {
            (long min, long max) = type.IntegerRange();
            float low = MathF.Max((min - innerZero) * innerScale, (min - zero) * scale), high = MathF.Min((max - innerZero) * innerScale, (max - zero) * scale);
            float common = (high - low) / (max - min);
            if (!(common > 0))
                return false;
            Value newScale = graph.AddInitializer(first.Inputs[1]!.Name, TensorData.Scalar(common));
            Value newZero = graph.AddInitializer(first.Inputs[2]!.Name, Numbers.Scalar(Math.Clamp(MathF.Round(min - (low / common), MidpointRounding.AwayFromZero), min, max), type));
            foreach (Node outer in last.Prepend(first))
            {
                outer.SetInput(1, newScale);
                outer.SetInput(2, newZero);
            }
        }

        Graph.ReplaceAllUses(second.Outputs[0], first.Outputs[0]);
        Fusion.RemoveUnread(second, node);
        return true;
    }
}
