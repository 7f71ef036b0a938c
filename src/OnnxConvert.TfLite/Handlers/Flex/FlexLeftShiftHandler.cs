using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's LeftShift → Mul by a power of two; bits that leave the type are lost.</summary>
/// <remarks>BitShift takes unsigned numbers only. The count is limited to the number of bits less one, as TensorFlow does.</remarks>
[OpHandler(TfLiteOps.CustomDomain, "FlexLeftShift", MinOpset = 11)]
internal sealed class FlexLeftShiftHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        long highest = op.InputType(0).BitSize() - 1;
        Value count = emit.Cast(op.Declared(1), ElementType.Int64);
        count = emit.Cast(emit.Min(emit.Max(count, emit.Const(0L)), emit.Const(highest)), ElementType.UInt64);
        Value power = emit.Cast(emit.Node("BitShift", [emit.Const(1UL), count], new NodeAttribute("direction", "LEFT")), ElementType.Int64);
        op.DeclaredResult(0, emit.Cast(emit.Mul(emit.Cast(op.Declared(0), ElementType.Int64), power), op.OutputType(0)));
    }
}
