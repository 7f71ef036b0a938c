using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>What integer and floating-point division that rounds down have in common.</summary>
internal static class FloorDivision
{
    /// <summary>Where a division that truncates toward zero came out one too high: the remainder is not 0 and has another sign than the divisor.</summary>
    internal static Value Overshoots(Emitter emit, Value remainder, Value divisor)
    {
        Value zero = emit.Const(0, remainder.ElementType);
        Value signsDiffer = emit.Node("Xor", [emit.Compare("Less", remainder, zero), emit.Compare("Less", divisor, zero)]);
        return emit.Node("And", [emit.Not(emit.Compare("Equal", remainder, zero)), signsDiffer]);
    }

    /// <summary>The type in which integers are divided: narrow ones in 32 bits, where nothing overflows on the way.</summary>
    internal static ElementType Computed(ElementType type) =>
        type.IsInteger() && type.BitSize() < 32 ? ElementType.Int32 : type;
}
