using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Rewriters;

/// <summary>What rewriters ask of source operators.</summary>
internal static class Patterns
{
    /// <summary>How far a constant of a model may be from the number that it stands for, which was rounded to float and perhaps computed.</summary>
    private const double Tolerance = 1e-5;

    /// <summary>Whether the node is a builtin operator without a fused activation.</summary>
    internal static bool IsPlain(this Node node, string opType) => node.IsBuiltin(opType) && node.Attributes.Int("fused_activation_function") == 0;

    /// <summary>Whether the node is a builtin operator, with the one output that all operators have of which rewriters know.</summary>
    internal static bool IsBuiltin(this Node node, string opType) => node.OpType == opType && node.Domain == TfLiteOps.Domain && node.Outputs.Count == 1;

    /// <summary>The builtin operator without fused activation that computes a value, or null.</summary>
    internal static Node? By(this Value? value, string opType) => value?.Producer is { } node && node.IsPlain(opType) ? node : null;

    /// <summary>As <see cref="By"/>, where nothing but one operator reads the value, so that it vanishes with that one.</summary>
    internal static Node? OnlyBy(this Value? value, string opType) => value is { Uses.Count: 1, IsGraphOutput: false } ? value.By(opType) : null;

    /// <summary>The only operator that reads a value, or null.</summary>
    internal static Node? OnlyReader(this Value value) => value is { Uses: [var use], IsGraphOutput: false } ? use.Node : null;

    /// <summary>Whether the value is real numbers that are not quantized.</summary>
    internal static bool IsReal(this Value? value) => value is { ElementType: ElementType.Float, Quantization: null };

    /// <summary>The number that a constant of one element holds, or null.</summary>
    internal static double? Number(this Value? value)
    {
        if (value?.Producer is { } node && node.IsBuiltin(TfLiteOps.Dequantize))
            value = node.Input(0);
        return value?.Constant switch
        {
            { ElementType: ElementType.Float, ElementCount: 1 } data => data.AsSpan<float>()[0],
            { ElementType: ElementType.Float16, ElementCount: 1 } data => (double)data.AsSpan<Half>()[0],
            _ => null,
        };
    }

    /// <summary>Whether a number of a model is what a formula says.</summary>
    internal static bool IsClose(double? number, double wanted) => number is { } value && Math.Abs(value - wanted) <= Tolerance * Math.Abs(wanted);

    /// <summary>The integers that a constant holds, or null.</summary>
    internal static long[]? Integers(this Value? value) => value?.Constant is { } data && data.ElementType.IsInteger() ? Numbers.ToInt64(data) : null;

    /// <summary>Whether a value is constant integers, all of them the same number.</summary>
    internal static bool IsAll(this Value? value, long number) => value.Integers() is { Length: > 0 } numbers && numbers.All(one => one == number);

    /// <summary>Whether a value is constant real numbers, all of them zero.</summary>
    internal static bool IsZero(this Value? value) =>
        value.IsReal() && value?.Constant is { } data && !data.AsSpan<float>().ContainsAnyExcept(0f);

    /// <summary>The two inputs of a commutative operator, one way and the other.</summary>
    internal static (Value?, Value?)[] EitherWay(this Node node) => [(node.Input(0), node.Input(1)), (node.Input(1), node.Input(0))];

    /// <summary>The input of an ADD, SUB or MUL other than the given one, or null when that is none of its two, or is both.</summary>
    internal static Value? Other(this Node node, Value value) =>
        ReferenceEquals(node.Input(0), value) == ReferenceEquals(node.Input(1), value) ? null : node.Input(ReferenceEquals(node.Input(0), value) ? 1 : 0);

    /// <summary>Puts the result of one new operator in the place of a value.</summary>
    internal static Node Replace(this RewriteContext context, Node last, string domain, string opType, ReadOnlySpan<Value?> inputs, params ReadOnlySpan<NodeAttribute> attributes)
    {
        Value old = last.Outputs[0];
        Node node = context.Insert(last, domain, opType, inputs);
        foreach (NodeAttribute attribute in attributes)
            node.Attributes.Set(attribute);
        RewriteContext.Replace(old, node.AddOutput(old.Name, old.Type));
        return node;
    }
}
