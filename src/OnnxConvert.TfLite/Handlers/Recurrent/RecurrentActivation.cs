using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>The option <c>fused_activation_function</c> of recurrent operators, which apply TANH and SIGN_BIT too.</summary>
internal readonly record struct RecurrentActivation(long Code)
{
    internal bool IsNone => Code == 0;

    /// <summary>The name that ONNX's recurrent operators have for it, or null.</summary>
    internal string? OnnxName => Code switch
    {
        1 => "Relu",
        4 => "Tanh",
        _ => null,
    };

    internal static RecurrentActivation Of(OpContext op) => new(op.Int("fused_activation_function"));

    internal Value Apply(OpContext op, Emitter emit, Value x) => Code switch
    {
        0 => x,
        1 => emit.Clip(x, RealRange.Relu),
        2 => emit.Clip(x, -1, 1),
        3 => emit.Clip(x, RealRange.Relu6),
        4 => emit.Node("Tanh", [x]),
        5 => SignBit(emit, x),
        _ => throw op.NotSupported($"the fused activation {Code} is not known"),
    };

    /// <summary>1 where the sign is set. The reciprocal tells a zero with a sign, which is less than no number, from one without.</summary>
    private static Value SignBit(Emitter emit, Value x)
    {
        Value zero = emit.Const(0f);
        Value isBelow = emit.Compare("Less", x, zero);
        Value isNegativeZero = emit.Compare("Less", emit.Node("Reciprocal", [x]), zero);
        return emit.Cast(emit.Node("Or", [isBelow, isNegativeZero]), ElementType.Float);
    }
}
