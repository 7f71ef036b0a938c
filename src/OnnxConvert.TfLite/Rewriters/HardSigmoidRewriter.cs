using OnnxConvert.Converting;
using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.TfLite.Rewriters;

/// <summary>
/// relu6(x + 3) / 6 → HardSigmoid(x); CONV_2D or FULLY_CONNECTED with fused relu6, / 6 → the same operator with the bias less 3, and HardSigmoid.
/// </summary>
/// <remarks>
/// Conditions: float; constants right to 1e-5, the bias constant; what relu6 gives is read nowhere else. Converters fold the 3 into the bias
/// of squeeze-and-excitation blocks. One operator less for each, and ONNX Runtime fuses HardSigmoid into convolutions.
/// </remarks>
[Rewriter]
internal sealed class HardSigmoidRewriter : IRewriter
{
    private const int Relu6 = 3;

    public bool Rewrite(Node node, RewriteContext context)
    {
        if (!(node.IsPlain(TfLiteOps.Mul) || node.IsPlain(TfLiteOps.Div)) || Product.Of(node) is not { Factors: [var gate] } product)
            return false;
        if (GateOf(gate) is { } x)
        {
            if (!KnownConstants.IsClose(product.Constant, 1 / 6.0))
                return context.Miss(node, $"the result is scaled by {product.Constant}, not by 1/6");
            context.Replace(node, TfLiteOps.FusedDomain, FusedOps.HardSigmoid, [x]);
            return true;
        }

        if (!KnownConstants.IsClose(product.Constant, 1 / 6.0) || gate is not { Uses.Count: 1, IsGraphOutput: false, Producer: { } linear } || LessThree(linear, context) is not { } sum)
            return false;
        context.Replace(node, TfLiteOps.FusedDomain, FusedOps.HardSigmoid, [sum]);
        return true;
    }

    /// <summary>The x of relu6(x + 3), where that is read nowhere else, or null.</summary>
    internal static Value? GateOf(Value gate)
    {
        if (gate is not { Uses.Count: 1, IsGraphOutput: false, Producer: { } node } || !gate.IsReal())
            return null;
        if (node.IsBuiltin(TfLiteOps.Relu6))
            node = node.Input(0).OnlyBy(TfLiteOps.Add);
        else if (!node.IsBuiltin(TfLiteOps.Add) || node.Attributes.Int("fused_activation_function") != Relu6)
            return null;
        foreach ((Value? three, Value? x) in node?.EitherWay() ?? [])
        {
            if (KnownConstants.IsClose(three.Number(), 3))
                return x;
        }

        return null;
    }

    /// <summary>A linear operator with fused relu6 once more, without that and with the bias less 3.</summary>
    private static Value? LessThree(Node linear, RewriteContext context)
    {
        if (!(linear.IsBuiltin(TfLiteOps.Conv2D) || linear.IsBuiltin(TfLiteOps.FullyConnected))
            || linear.Attributes.Int("fused_activation_function") != Relu6
            || !linear.Input(0).IsReal() || linear.Input(2)?.Constant is not { ElementType: ElementType.Float } bias)
        {
            return null;
        }

        float[] less = bias.AsSpan<float>().ToArray();
        for (int i = 0; i < less.Length; i++)
            less[i] -= 3;
        Value newBias = context.Graph.AddInitializer(linear.Input(2)!.Name, TensorData.Create<float>(less, bias.Dims.AsSpan()));
        Node node = context.Insert(linear, TfLiteOps.Domain, linear.OpType, linear.Input(0), linear.Input(1), newBias);
        foreach (NodeAttribute attribute in linear.Attributes)
            node.Attributes.Set(attribute);
        node.Attributes.Set(new NodeAttribute("fused_activation_function", 0L));
        return node.AddOutput(linear.Outputs[0].Name, linear.Outputs[0].Type);
    }
}
