using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>Integers from one input to below another: the lowest one and the rest of random bits, divided by their number. The last two inputs are these.</summary>
/// <param name="hasKey">Whether there is a key in place of a seed.</param>
internal abstract class StatelessIntegerHandler(bool hasKey) : StatelessRandomHandler(hasKey)
{
    protected override Value Numbers(OpContext op, StatelessBits bits, Value count)
    {
        Emitter emit = op.Emit;
        bool isWide = op.OutputType(0) is ElementType.Int64 or ElementType.UInt64;
        Value words = isWide ? bits.Draw(emit, emit.Mul(count, emit.Const(2L))) : bits.Draw(emit, count);
        if (isWide)
            words = emit.Reshape(Words.Join(emit, emit.Reshape(words, -1, 2)), -1);
        Value first = op.Index(op.InputCount - 2);
        Value range = emit.Cast(emit.Sub(op.Index(op.InputCount - 1), first), ElementType.UInt64);
        Value rest = emit.Cast(emit.Binary("Mod", words, range), ElementType.Int64);
        return emit.Cast(emit.Add(first, rest), op.OutputType(0));
    }
}
