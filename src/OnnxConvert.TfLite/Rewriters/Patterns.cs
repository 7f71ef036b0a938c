using OnnxConvert.Converting;
using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.TfLite.Rewriters;

/// <summary>What rewriters ask of source operators, beside what can be asked of all nodes.</summary>
internal static class Patterns
{
    /// <summary>Whether the node is a builtin operator without a fused activation.</summary>
    internal static bool IsPlain(this Node node, string opType) => node.IsBuiltin(opType) && node.Attributes.Int("fused_activation_function") == 0;

    /// <summary>Whether the node is a builtin operator, with the one output that all operators have of which rewriters know.</summary>
    internal static bool IsBuiltin(this Node node, string opType) => node.OpType == opType && node.Domain == TfLiteOps.Domain && node.Outputs.Count == 1;

    /// <summary>The builtin operator without fused activation that computes a value, or null.</summary>
    internal static Node? By(this Value? value, string opType) => value?.Producer is { } node && node.IsPlain(opType) ? node : null;

    /// <summary>As <see cref="By"/>, where nothing but one operator reads the value, so that it vanishes with that one.</summary>
    internal static Node? OnlyBy(this Value? value, string opType) => value is { Uses.Count: 1, IsGraphOutput: false } ? value.By(opType) : null;

    /// <summary>Whether the value is real numbers that are not quantized.</summary>
    internal static bool IsReal(this Value? value) => value is { ElementType: ElementType.Float, Quantization: null };

    /// <summary>The number that a constant of one element holds, or null.</summary>
    internal static double? Number(this Value? value)
    {
        if (value?.Producer is { } node && node.IsBuiltin(TfLiteOps.Dequantize))
            value = node.Input(0);
        return value is { ElementType: ElementType.Float or ElementType.Float16 } ? KnownConstants.Number(value) : null;
    }

    /// <summary>Whether a value is constant real numbers, all of them zero.</summary>
    internal static bool IsZero(this Value? value) =>
        value.IsReal() && value?.Constant is { } data && !data.AsSpan<float>().ContainsAnyExcept(0f);

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
