using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.TfLite.Rewriters;

/// <summary>An activation of a recurrent cell, by ONNX's name.</summary>
/// <param name="Name">The name.</param>
/// <param name="Alpha">The slope of HardSigmoid, else 0.</param>
/// <param name="Beta">What HardSigmoid gives for 0, else 0.</param>
internal sealed record CellActivation(string Name, float Alpha = 0, float Beta = 0)
{
    private const long FusedRelu = 1;

    private static readonly CellActivation Relu = new("Relu");

    /// <summary>The activation that gives a value, and what it is applied to; for a RELU that is fused into an operator, that operator's own output.</summary>
    internal static (CellActivation Activation, Value Argument, bool IsFused)? Of(Value? value)
    {
        if (value?.Producer is not { Outputs.Count: 1 } node || !value.IsReal() || node.Input(0) is not { } x)
            return null;
        if (node.Domain == TfLiteOps.FusedDomain)
            return node.OpType == FusedOps.HardSigmoid ? (new CellActivation("HardSigmoid", 1 / 6f, 0.5f), x, false) : null;
        if (node.Domain != TfLiteOps.Domain)
            return null;
        return node.OpType switch
        {
            TfLiteOps.Logistic => (new CellActivation("Sigmoid"), x, false),
            TfLiteOps.Tanh => (new CellActivation("Tanh"), x, false),
            TfLiteOps.Relu => HardSigmoid(x) ?? (Relu, x, false),
            TfLiteOps.Add or TfLiteOps.FullyConnected when node.Attributes.Int("fused_activation_function") == FusedRelu => (Relu, value, true),
            _ => null,
        };
    }

    /// <summary>relu(min(α · x + β, 1)), as older versions of Keras have it.</summary>
    private static (CellActivation Activation, Value Argument, bool IsFused)? HardSigmoid(Value limited)
    {
        if (Beside(limited, TfLiteOps.Minimum) is var (one, sum) && KnownConstants.IsClose(one, 1)
            && Beside(sum, TfLiteOps.Add) is var (beta, product) && Beside(product, TfLiteOps.Mul) is var (alpha, x))
        {
            return (new CellActivation("HardSigmoid", (float)alpha, (float)beta), x, false);
        }

        return null;
    }

    /// <summary>The constant and the other input of an operator.</summary>
    private static (double Number, Value Other)? Beside(Value value, string opType)
    {
        foreach ((Value? constant, Value? other) in value.By(opType)?.EitherWay() ?? [])
        {
            if (constant.Number() is { } number && other is not null)
                return (number, other);
        }

        return null;
    }
}
