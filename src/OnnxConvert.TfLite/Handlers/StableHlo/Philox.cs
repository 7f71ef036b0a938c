using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>The generator Philox-4x32-10 of Salmon et al., "Parallel random numbers: as easy as 1, 2, 3" (2011).</summary>
internal static class Philox
{
    private const int Rounds = 10;
    private const ulong Multiplier0 = 0xD2511F53;
    private const ulong Multiplier1 = 0xCD9E8D57;
    private const ulong KeyStep0 = 0x9E3779B9;
    private const ulong KeyStep1 = 0xBB67AE85;

    /// <summary>The blocks of four words of given counters, (blocks, 2, 2).</summary>
    /// <param name="emit">Writes the nodes.</param>
    /// <param name="key">The key: one uint64.</param>
    /// <param name="counters">The lower halves of the counters: one uint64 for each block.</param>
    /// <param name="upper">The upper half of all counters: one uint64.</param>
    internal static Value Blocks(Emitter emit, Value key, Value counters, Value upper)
    {
        // Even words, which are multiplied, and odd words, which are not; (2, blocks).
        Value uppers = emit.Expand(upper, emit.Shape(counters));
        Value both = emit.Concat([emit.Unsqueeze(counters, 0), emit.Unsqueeze(uppers, 0)], 0);
        Value[] states = emit.Scan([Words.Low(emit, both), Words.High(emit, both)], [Keys(emit, key)], isReverse: false, Round).States;
        Value words = emit.Concat([emit.Unsqueeze(states[0], 2), emit.Unsqueeze(states[1], 2)], 2);
        return emit.Transpose(words, 1, 0, 2);
    }

    /// <summary>The keys of all rounds: (rounds, 2, 1).</summary>
    private static Value Keys(Emitter emit, Value key)
    {
        var steps = new ulong[2 * Rounds];
        for (int round = 0; round < Rounds; round++)
        {
            steps[2 * round] = (uint)((ulong)round * KeyStep0);
            steps[(2 * round) + 1] = (uint)((ulong)round * KeyStep1);
        }

        Value pair = emit.Reshape(emit.Concat([Words.Low(emit, key), Words.High(emit, key)], 0), 1, 2, 1);
        return Words.Add(emit, pair, emit.Const(TensorData.Create<ulong>(steps, Rounds, 2, 1), "key_steps"));
    }

    private static (Value[] States, Value[] Results) Round(Emitter emit, Value[] states, Value[] elements)
    {
        Value product = emit.Mul(states[0], emit.Const(TensorData.Create<ulong>([Multiplier0, Multiplier1], 2, 1), "multipliers"));
        Value crossed = emit.Gather(product, emit.Ints(1, 0), 0);
        Value mixed = emit.Bitwise("BitwiseXor", Words.High(emit, crossed), states[1]);
        return ([emit.Bitwise("BitwiseXor", mixed, elements[0]), Words.Low(emit, crossed)], []);
    }
}
