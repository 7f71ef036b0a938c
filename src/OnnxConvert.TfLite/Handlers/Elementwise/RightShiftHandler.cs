using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>RIGHT_SHIFT → Mod, Sub and Div by a power of two: an arithmetic shift, the quotient rounded down.</summary>
/// <remarks>BitShift takes unsigned numbers only. The count is limited to what leaves the sign: 0 to one below the number of bits.</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.RightShift, MinOpset = 11)]
[OpHandler(TfLiteOps.CustomDomain, "FlexRightShift", MinOpset = 11)]
internal sealed class RightShiftHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        long highest = op.InputType(0).BitSize() - 1;
        Value x = emit.Cast(op.Declared(0), ElementType.Int64);
        Value count = emit.Cast(op.Declared(1), ElementType.Int64);
        count = emit.Cast(emit.Min(emit.Max(count, emit.Const(0L)), emit.Const(highest)), ElementType.UInt64);
        Value power = emit.Cast(emit.Node("BitShift", [emit.Const(1UL), count], new NodeAttribute("direction", "LEFT")), ElementType.Int64);
        Value quotient = emit.Div(emit.Sub(x, emit.Binary("Mod", x, power)), power);
        op.DeclaredResult(0, emit.Cast(quotient, op.OutputType(0)));
    }
}
