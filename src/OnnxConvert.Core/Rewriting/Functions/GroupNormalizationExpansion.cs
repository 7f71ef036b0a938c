using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.Rewriting.Functions;

/// <summary>GroupNormalization: (x - mean) / sqrt(E[x²] - mean² + epsilon) over each group of channels, then scale and bias.</summary>
/// <remarks>Scale and bias have an element for each group in opset 18, for each channel from 21 on.</remarks>
internal static class GroupNormalizationExpansion
{
    private const int PerChannelFrom = 21;

    internal static Value?[] Expand(Emitter emit, Node node)
    {
        Value x = node.Inputs[0]!;
        var stash = (ElementType)node.Attributes.Int("stash_type", (long)ElementType.Float);
        Value epsilon = emit.Cast(emit.Const(TensorData.Vector(node.Attributes.Float("epsilon", 1e-5f))), stash);
        Value wide = emit.Cast(x, stash);
        Value shape = emit.Node("Shape", [x]);
        // N and groups stay; channels of a group and what is behind them become one dimension.
        Value batch = emit.Node("Shape", [x], new NodeAttribute("start", 0L), new NodeAttribute("end", 1L));
        Value groups = emit.Node("Concat", [batch, emit.Ints(node.Attributes.Int("num_groups", 1), -1)], new NodeAttribute("axis", 0L));
        Value grouped = emit.Node("Reshape", [wide, groups]);

        Value axis = emit.Ints(2);
        Value mean = emit.Node("ReduceMean", [grouped, axis]);
        Value meanOfSquare = emit.Node("ReduceMean", [emit.Node("Mul", [grouped, grouped]), axis]);
        Value variance = emit.Node("Sub", [meanOfSquare, emit.Node("Mul", [mean, mean])]);
        Value deviation = emit.Node("Sqrt", [emit.Node("Add", [variance, epsilon])]);
        Value normalized = emit.Node("Div", [emit.Node("Sub", [grouped, mean]), deviation]);
        if (emit.Opset >= PerChannelFrom)
            normalized = emit.Node("Reshape", [emit.Node("Reshape", [normalized, shape]), emit.Ints(0, 0, -1)]);
        normalized = emit.Cast(normalized, x.ElementType);

        Value scaled = emit.Node("Mul", [PerChannel(node.Inputs[1]!), normalized]);
        return [emit.Node("Reshape", [emit.Node("Add", [scaled, PerChannel(node.Inputs[2]!)]), shape])];

        Value PerChannel(Value parameter) => emit.Node("Reshape", [emit.Cast(parameter, x.ElementType), emit.Ints(1, -1, 1)]);
    }
}
