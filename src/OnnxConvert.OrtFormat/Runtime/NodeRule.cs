using OnnxConvert.Ir;

namespace OnnxConvert.OrtFormat.Runtime;

/// <summary>A condition that an accelerator has for the nodes of an operator; null if it holds, or if too little is known to tell.</summary>
internal delegate Obstacle? NodeRule(Node node);

/// <summary>The conditions that several operators share.</summary>
internal static class NodeRules
{
    private const string MakeConstant = "Make it a constant of the model, or leave the node to the CPU";

    public static NodeRule Rank(params int[] ranks) => node =>
        node.Input(0)?.Shape is { } shape && !ranks.Contains(shape.Rank)
            ? new Obstacle($"takes {string.Join(" or ", ranks)} dimensions, not {shape.Rank}", "Reshape to the dimensions it takes, or leave the node to the CPU")
            : null;

    public static NodeRule RankUpTo(int rank) => node =>
        node.Inputs.FirstOrDefault(input => input?.Shape?.Rank > rank) is { } input
            ? new Obstacle($"takes up to {rank} dimensions, not {input.Shape!.Rank}", "Merge dimensions by a Reshape")
            : null;

    public static NodeRule Constant(int index, string what) => node =>
        node.Input(index) is { IsConstant: false } ? new Obstacle($"needs {what} that are constant", MakeConstant) : null;

    public static NodeRule Type(int index, params ElementType[] types) => node =>
        node.Input(index) is { ElementType: not ElementType.Undefined } input && !types.Contains(input.ElementType)
            ? new Obstacle($"takes {string.Join(" or ", types.Select(type => type.DisplayName()))}, not {input.ElementType.DisplayName()}", "Cast before it, or quantize the model differently")
            : null;

    public static NodeRule Attribute(string name, long value) => node =>
        node.Attributes.Int(name, value) is var actual && actual != value
            ? new Obstacle($"takes {name} = {value}, not {actual}", "Export the model with that value, or leave the node to the CPU")
            : null;

    public static NodeRule Attribute(string name, string otherwise, params string[] values) => node =>
        node.Attributes.String(name, otherwise) is var actual && !values.Contains(actual, StringComparer.Ordinal)
            ? new Obstacle($"takes {name} = {string.Join(" or ", values)}, not {actual}", "Export the model with that value, or leave the node to the CPU")
            : null;

    public static NodeRule AllOnes(string name) => node =>
        node.Attributes.Ints(name).Any(value => value != 1)
            ? new Obstacle($"takes {name} of 1 only", "Export the model without them, or leave the node to the CPU")
            : null;

    public static NodeRule OneOutput(string what) => node =>
        node.Outputs.Count > 1 && !node.Outputs[1].IsUnused ? new Obstacle($"does not give {what}", "Do not use that output") : null;

    public static NodeRule Inputs(int count) => node =>
        node.Inputs.Count != count ? new Obstacle($"takes {count} inputs, not {node.Inputs.Count}", "Divide it into a chain of nodes") : null;
}
