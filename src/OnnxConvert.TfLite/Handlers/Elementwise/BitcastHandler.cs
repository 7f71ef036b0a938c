using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>BITCAST → arithmetic on int64: the bytes of numbers read as numbers of another type. Narrower ones come as a last dimension, lowest first.</summary>
/// <remarks>BitCast came with opset 26, for types of one size only, and runtimes lack it. Of the many NaNs one is given.</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Bitcast, MinOpset = 10, Restrictions = "numbers of 8 to 64 bits; a NaN keeps none of its bits")]
[OpHandler(TfLiteOps.CustomDomain, "FlexBitcast", MinOpset = 10, Restrictions = "numbers of 8 to 64 bits; a NaN keeps none of its bits")]
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
            throw op.NotSupported($"the bits of {from.DisplayName()} cannot be read as {to.DisplayName()}; numbers of 8 to 64 bits can", op.Input(0));
        Value bits = BitsOf(op.Emit, op.Declared(0));
        if (from.BitSize() < to.BitSize())
            bits = op.Emit.Reduce("ReduceSum", op.Emit.Mul(bits, Places(op.Emit, from, to)), [op.Rank(0) - 1], keepDims: false);
        else if (from.BitSize() > to.BitSize())
            bits = Parts(op.Emit, op.Emit.Unsqueeze(bits, op.Rank(0)), to, from);
        op.DeclaredResult(0, NumbersOf(op.Emit, bits, to));
    }

    private static bool IsCovered(ElementType type) =>
        FloatFormat.Of(type) is not null || (type.IsInteger() && type.BitSize() is 8 or 16 or 32 or 64);

    /// <summary>The bits of each number as an integer that is not negative, or, of 64 bits, as int64.</summary>
    private static Value BitsOf(Emitter emit, Value x)
    {
        if (FloatFormat.Of(x.ElementType) is { } format)
            return format.Encode(emit, x);
        int width = x.ElementType.BitSize();
        Value wide = emit.Cast(x, ElementType.Int64);
        return width == 64 ? wide : Remainder(emit, wide, width);
    }

    private static Value NumbersOf(Emitter emit, Value bits, ElementType type)
    {
        if (FloatFormat.Of(type) is { } format)
            return emit.Cast(format.Decode(emit, bits), type);
        int width = type.BitSize();
        return emit.Cast(width < 64 && type.IsSignedInteger() ? Signed(emit, bits, width) : bits, type);
    }

    /// <summary>What each narrow element counts in a wide one.</summary>
    private static Value Places(Emitter emit, ElementType narrow, ElementType wide) =>
        emit.Ints([.. Enumerable.Range(0, wide.BitSize() / narrow.BitSize()).Select(place => 1L << (place * narrow.BitSize()))]);

    /// <summary>The narrow elements of wide ones: quotients, rounded down also where the bits stand for a negative number.</summary>
    private static Value Parts(Emitter emit, Value bits, ElementType narrow, ElementType wide)
    {
        Value places = Places(emit, narrow, wide);
        Value quotients = emit.Div(emit.Sub(bits, emit.Binary("Mod", bits, places)), places);
        return Remainder(emit, quotients, narrow.BitSize());
    }

    private static Value Remainder(Emitter emit, Value x, int bits) => emit.Binary("Mod", x, emit.Const(1L << bits));

    /// <summary>Numbers from half of the range on stand for negative ones.</summary>
    private static Value Signed(Emitter emit, Value x, int bits)
    {
        Value half = emit.Const(1L << (bits - 1));
        return emit.Sub(Remainder(emit, emit.Add(x, half), bits), half);
    }
}
