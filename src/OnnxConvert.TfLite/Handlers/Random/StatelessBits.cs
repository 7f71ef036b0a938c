using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>The random bits that TensorFlow's stateless operators make of a seed, or of a key and a counter: those of <see cref="Philox"/>, number for number.</summary>
/// <param name="Key">One uint64, (1).</param>
/// <param name="Counter">Two uint64, (2): the number of the first block of four words, and the upper half of all numbers.</param>
internal sealed record StatelessBits(Value Key, Value Counter)
{
    /// <summary>The key of the generator that makes key and counter of a seed (random_op_util / stateless_random_ops).</summary>
    private const ulong ScrambleKey = 0x02461E29_3EC8F720;
    private const long ThreeFry = 2;

    /// <summary>Of a seed of two integers at an input.</summary>
    internal static StatelessBits OfSeed(OpContext op, int input)
    {
        Emitter emit = op.Emit;
        Value seed = emit.Cast(op.Indices(input), ElementType.UInt64);
        Value words = emit.Reshape(Philox.Blocks(emit, emit.Const(TensorData.Vector(ScrambleKey)), Part(0), Part(1)), 2, 2);
        Value numbers = emit.Reshape(Words.Join(emit, words), -1);
        Value key = emit.Slice(numbers, [0], [1], [0]);
        return new StatelessBits(key, emit.Concat([emit.Const(TensorData.Vector(0UL)), emit.Slice(numbers, [1], [2], [0])], 0));

        Value Part(long index) => emit.Slice(seed, [index], [index + 1], [0]);
    }

    /// <summary>Of the seed at input 1, or of the key, the counter and the algorithm at inputs 1 to 3.</summary>
    internal static StatelessBits Of(OpContext op, bool hasKey)
    {
        if (!hasKey)
            return OfSeed(op, 1);
        if (op.ConstantInts(3) is [ThreeFry])
            throw op.NotSupported("draws with the algorithm ThreeFry; Philox is covered", op.Input(3));
        return new StatelessBits(op.Emit.Reshape(op.Declared(1), 1), op.Declared(2));
    }

    /// <summary>So many words of 32 bits, each in a uint64.</summary>
    /// <param name="emit">The emitter.</param>
    /// <param name="count">The number of words, an int64 scalar.</param>
    internal Value Draw(Emitter emit, Value count)
    {
        Value blocks = emit.Div(emit.Add(count, emit.Const(3L)), emit.Const(4L));
        Value first = emit.Slice(Counter, [0], [1], [0]);
        Value numbers = emit.Add(first, emit.Cast(emit.Indices(blocks), ElementType.UInt64));
        Value words = emit.Reshape(Philox.Blocks(emit, Key, numbers, emit.Slice(Counter, [1], [2], [0])), -1);
        return emit.Slice(words, emit.Ints(0), emit.Reshape(count, 1), emit.Ints(0));
    }
}
