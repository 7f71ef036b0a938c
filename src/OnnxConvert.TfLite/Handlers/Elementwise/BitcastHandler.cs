using OnnxConvert.Extensibility;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>BITCAST → arithmetic on int64: the bytes of integers read as integers of another type. Narrower ones come as a last dimension, lowest first.</summary>
/// <remarks>BitCast came with opset 26, for types of one size only, and runtimes lack it; bits of floats have no arithmetic form.</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Bitcast, MinOpset = 10, Restrictions = "integers of at most 32 bits, or one type")]
[OpHandler(TfLiteOps.CustomDomain, "FlexBitcast", MinOpset = 10, Restrictions = "integers of at most 32 bits, or one type")]
internal sealed class BitcastHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        ElementType from = op.InputType(0);
        ElementType to = op.OutputType(0);
        if (from == to)
        {
            op.DeclaredResult(0, op.Emit.Identity(op.Declared(0)));
            return;
        }

        if (!IsCovered(from) || !IsCovered(to))
            throw op.NotSupported($"the bits of {from.DisplayName()} cannot be read as {to.DisplayName()}; integers of 8, 16 and 32 bits can", op.Input(0));
        Value bits = Remainder(op.Emit, op.Emit.Cast(op.Declared(0), ElementType.Int64), from.BitSize());
        if (from.BitSize() < to.BitSize())
            bits = op.Emit.Reduce("ReduceSum", op.Emit.Mul(bits, Places(op.Emit, from, to)), [op.Rank(0) - 1], keepDims: false);
        else if (from.BitSize() > to.BitSize())
            bits = Remainder(op.Emit, op.Emit.Div(op.Emit.Unsqueeze(bits, op.Rank(0)), Places(op.Emit, to, from)), to.BitSize());
        op.DeclaredResult(0, op.Emit.Cast(to.IsSignedInteger() ? Signed(op.Emit, bits, to.BitSize()) : bits, to));
    }

    private static bool IsCovered(ElementType type) => type.IsInteger() && type.BitSize() is 8 or 16 or 32;

    /// <summary>What each narrow element counts in a wide one.</summary>
    private static Value Places(Emitter emit, ElementType narrow, ElementType wide) =>
        emit.Ints([.. Enumerable.Range(0, wide.BitSize() / narrow.BitSize()).Select(place => 1L << (place * narrow.BitSize()))]);

    private static Value Remainder(Emitter emit, Value x, int bits) => emit.Binary("Mod", x, emit.Const(1L << bits));

    /// <summary>Numbers from half of the range on stand for negative ones.</summary>
    private static Value Signed(Emitter emit, Value x, int bits)
    {
        Value half = emit.Const(1L << (bits - 1));
        return emit.Sub(Remainder(emit, emit.Add(x, half), bits), half);
    }
}
