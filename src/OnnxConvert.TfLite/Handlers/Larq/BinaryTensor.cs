using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// Tensors of signs, of which Larq's operators keep 32 in an int32 along the last dimension, the first in the lowest bit: a bit that
/// is set stands for -1, one that is not for +1. What one of them writes and another reads stays a float tensor of signs; the bits
/// are written beside it, and vanish where nothing else reads them.
/// </summary>
internal static class BinaryTensor
{
    internal const int Bits = 32;

    /// <summary>The number of words for so many signs.</summary>
    internal static long Words(long signs) => (signs + Bits - 1) / Bits;

    /// <summary>The signs of an input as float (N, ..., channels).</summary>
    internal static Value Signs(OpContext op, int index, long channels) => Known(op, op.Input(index)).Value ?? Unpack(op.Emit, op.Declared(index), op.Rank(index), channels);

    /// <summary>The signs of an input with those that fill up the last word, unless their number is known.</summary>
    internal static Value Signs(OpContext op, int index) => Signs(op, index, op.Size(index, -1) * Bits);

    /// <summary>The signs of constant words (..., words) as int8 (..., channels).</summary>
    internal static TensorData Unpack(TensorData words, int channels)
    {
        ReadOnlySpan<int> packed = words.AsSpan<int>();
        int count = (int)words.Dims[^1];
        int rows = count == 0 ? 0 : packed.Length / count;
        var signs = new sbyte[checked(rows * channels)];
        for (int i = 0; i < signs.Length; i++)
        {
            (int row, int channel) = Math.DivRem(i, channels);
            signs[i] = (sbyte)(1 - (2 * ((packed[(row * count) + (channel / Bits)] >> (channel % Bits)) & 1)));
        }

        return TensorData.Create<sbyte>(signs, [.. words.Dims[..^1], channels]);
    }

    /// <summary>Sets a result that is given as signs, float (N, ..., channels).</summary>
    internal static void SetResult(OpContext op, int rank, Value signs)
    {
        Known(op, op.Output(0)).Value = signs;
        op.DeclaredResult(0, Pack(op.Emit, signs, rank));
    }

    private static KnownSigns Known(OpContext op, Value source) => op.Shared((op.Emit, source), () => new KnownSigns());

    /// <summary>Each sign's bit by its place, and their sum, in which none meets another.</summary>
    private static Value Pack(Emitter emit, Value signs, int rank)
    {
        Value isSet = emit.Cast(emit.Compare("Less", signs, emit.Const(0f)), ElementType.Int32);
        Value missing = emit.Binary("Mod", emit.Sub(emit.Const((long)Bits), emit.Binary("Mod", emit.Size(signs, rank - 1), emit.Const((long)Bits))), emit.Const((long)Bits));
        Value filled = emit.Pad(isSet, emit.Concat([emit.Ints(new long[(2 * rank) - 1]), missing], 0));
        Value leading = emit.Slice(emit.Shape(signs), [0], [rank - 1], [0]);
        Value words = emit.Reshape(filled, emit.Concat([leading, emit.Ints(-1, Bits)], 0));
        int[] places = [.. Enumerable.Range(0, Bits).Select(bit => 1 << bit)];
        return emit.Reduce("ReduceSum", emit.Mul(words, emit.Const(TensorData.Vector<int>(places), "places")), [rank], keepDims: false);
    }

    private static Value Unpack(Emitter emit, Value words, int rank, long channels)
    {
        Value unsigned = emit.Binary("Mod", emit.Cast(words, ElementType.Int64), emit.Const(1L << Bits));
        long[] places = [.. Enumerable.Range(0, Bits).Select(bit => 1L << bit)];
        Value bits = emit.Binary("Mod", emit.Div(emit.Unsqueeze(unsigned, rank), emit.Ints(places)), emit.Const(2L));
        Value leading = emit.Slice(emit.Shape(words), [0], [rank - 1], [0]);
        Value all = emit.Reshape(emit.Cast(bits, ElementType.Float), emit.Concat([leading, emit.Ints(-1)], 0));
        Value signs = emit.Sub(emit.Const(1f), emit.Mul(emit.Const(2f), all));
        return emit.Slice(signs, [0], [channels], [rank - 1]);
    }

    private sealed class KnownSigns
    {
        internal Value? Value { get; set; }
    }
}
