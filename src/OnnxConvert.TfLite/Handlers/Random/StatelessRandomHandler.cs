using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>Random numbers that follow from a seed. Inputs sizes, and the seed (2), or key (1), counter (2) and algorithm.</summary>
/// <param name="hasKey">Whether there is a key in place of a seed.</param>
internal abstract class StatelessRandomHandler(bool hasKey) : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        Value sizes = op.Indices(0);
        Value count = emit.Reduce("ReduceProd", emit.Concat([emit.Ints(1), sizes], 0), [0], keepDims: false);
        op.DeclaredResult(0, emit.Reshape(Numbers(op, StatelessBits.Of(op, hasKey), count), sizes));
    }

    /// <summary>So many numbers, a vector.</summary>
    protected abstract Value Numbers(OpContext op, StatelessBits bits, Value count);

    /// <summary>Words of 32 bits as numbers from 0 to below 1: their last 23 bits are the digits.</summary>
    protected static Value Uniform(OpContext op, Value words)
    {
        if (op.OutputType(0) != ElementType.Float)
            throw op.NotSupported($"gives {op.OutputType(0).DisplayName()}; float is covered");
        Value digits = op.Emit.Binary("Mod", words, op.Emit.Const(1UL << 23));
        return op.Emit.Mul(op.Emit.Cast(digits, ElementType.Float), op.Emit.Const(1f / (1 << 23)));
    }
}
