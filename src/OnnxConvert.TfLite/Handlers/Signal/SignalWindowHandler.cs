using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TFLite Micro's SignalWindow → Mul, Floor, Clip: int16 samples times a window (n), n at a time, shifted right and limited.</summary>
[OpHandler(TfLiteOps.CustomDomain, "SignalWindow")]
internal sealed class SignalWindowHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        int shift = op.RequireInt(op.OptionMap(), "shift", 0, 31);
        Value x = op.Declared(0);
        Value frames = emit.Reshape(emit.Cast(x, ElementType.Double), emit.Concat([emit.Ints(-1), emit.Size(op.Declared(1), 0)], 0));
        Value products = emit.Mul(frames, emit.Cast(op.Declared(1), ElementType.Double));
        Value shifted = emit.Unary("Floor", emit.Mul(products, emit.Const(Math.ScaleB(1, -shift))));
        Value limited = emit.Clip(shifted, short.MinValue, short.MaxValue);
        op.DeclaredResult(0, emit.Cast(emit.Reshape(limited, emit.Shape(x)), ElementType.Int16));
    }
}
