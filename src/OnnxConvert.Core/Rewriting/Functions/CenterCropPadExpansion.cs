using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.Rewriting.Functions;

/// <summary>CenterCropPad: padded on both sides to at least the target shape, then cut on both sides down to it; odd rests at the end.</summary>
internal static class CenterCropPadExpansion
{
    internal static Value?[] Expand(Emitter emit, Node node)
    {
        Value x = node.Inputs[0]!;
        Value target = node.Inputs[1]!;
        Value? axes = node.Attributes.Contains("axes") ? emit.Ints(node.Attributes.Ints("axes").AsSpan()) : null;
        if (target.ElementType == ElementType.Int32)
            target = emit.Cast(target, ElementType.Int64);
        Value two = emit.Ints(2);

        Value sizes = Sizes(x);
        Value padding = emit.Node("Sub", [emit.Node("Max", [sizes, target]), sizes]);
        Value before = emit.Node("Div", [padding, two]);
        Value pads = emit.Node("Concat", [before, emit.Node("Sub", [padding, before])], new NodeAttribute("axis", 0L));
        Value padded = emit.Node("Pad", [x, pads, null, axes]);

        Value start = emit.Node("Div", [emit.Node("Sub", [Sizes(padded), target]), two]);
        return [emit.Node("Slice", [padded, start, emit.Node("Add", [start, target]), axes])];

        Value Sizes(Value value)
        {
            Value all = emit.Node("Shape", [value]);
            return axes is null ? all : emit.Node("Gather", [all, axes]);
        }
    }
}
