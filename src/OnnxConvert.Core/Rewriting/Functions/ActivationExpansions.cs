using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.Rewriting.Functions;

/// <summary>Activations, each x times a function of x.</summary>
internal static class ActivationExpansions
{
    /// <summary>x · max(0, min(1, x/6 + 1/2))</summary>
    internal static Value?[] HardSwish(Emitter emit, Node node)
    {
        Value x = node.Inputs[0]!;
        return [emit.Node("Mul", [x, emit.Node("HardSigmoid", [x], new NodeAttribute("alpha", 1f / 6), new NodeAttribute("beta", 0.5f))])];
    }

    /// <summary>x · tanh(ln(1 + eˣ))</summary>
    internal static Value?[] Mish(Emitter emit, Node node)
    {
        Value x = node.Inputs[0]!;
        return [emit.Node("Mul", [x, emit.Node("Tanh", [emit.Node("Softplus", [x])])])];
    }

    /// <summary>x · σ(alpha · x)</summary>
    internal static Value?[] Swish(Emitter emit, Node node)
    {
        Value x = node.Inputs[0]!;
        Value alpha = emit.Cast(emit.Const(node.Attributes.Float("alpha", 1)), x.ElementType);
        return [emit.Node("Mul", [x, emit.Node("Sigmoid", [emit.Node("Mul", [alpha, x])])])];
    }
}
