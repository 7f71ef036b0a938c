using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>STABLEHLO_SHIFT_LEFT → BitShift of the number as unsigned: bits that are shifted out are lost.</summary>
/// <remarks>The widest unsigned type loses no bit that stays; the cast back drops the others. BitShift: 11.</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.StableHloShiftLeft, MinOpset = 11)]
internal sealed class StableHloShiftLeftHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        Value bits = emit.Cast(op.Declared(0), ElementType.UInt64);
        Value count = emit.Cast(op.Declared(1), ElementType.UInt64);
        // A negative count became a large one; both shift everything out.
        Value shifted = emit.Node("BitShift", [bits, emit.Min(count, emit.Const(63UL))], new NodeAttribute("direction", "LEFT"));
        op.DeclaredResult(0, emit.Cast(shifted, op.OutputType(0)));
    }
}
