using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>The generator Threefry-2x32-20 of Salmon et al., "Parallel random numbers: as easy as 1, 2, 3" (2011).</summary>
internal static class Threefry
{
    private const int Rounds = 20;
    private const int RoundsPerKey = 4;
    private const ulong Parity = 0x1BD11BDA;
    private static readonly int[] Rotations = [13, 15, 26, 6, 17, 29, 16, 24];

    /// <summary>The blocks of two words of given counters, (blocks, 2).</summary>
    /// <param name="emit">Writes the nodes.</param>
    /// <param name="key">The key: one uint64.</param>
    /// <param name="counters">One uint64 for each block.</param>
    internal static Value Blocks(Emitter emit, Value key, Value counters)
    {
        Value key0 = Words.Low(emit, key);
        Value key1 = Words.High(emit, key);
        Value key2 = emit.Bitwise("BitwiseXor", emit.Bitwise("BitwiseXor", key0, key1), emit.Const(Parity));
        Value keys = emit.Concat([key0, key1, key2], 0);
        Value rotations = Sequence(emit, round => (ulong)Rotations[round % Rotations.Length]);
        Value[] start = [Words.Add(emit, Words.Low(emit, counters), key0), Words.Add(emit, Words.High(emit, counters), key1)];
        Value[] states = emit.Scan(start, [rotations, Injected(emit, keys, 0), Injected(emit, keys, 1)], isReverse: false, Round).States;
        return emit.Concat([emit.Unsqueeze(states[0], 1), emit.Unsqueeze(states[1], 1)], 1);
    }

    /// <summary>What is added to a word behind each round: every fourth time the next key, to the second word also the number of times; else 0.</summary>
    private static Value Injected(Emitter emit, Value keys, int word)
    {
        static bool IsDue(int round) => round % RoundsPerKey == RoundsPerKey - 1;
        static int Times(int round) => (round + 1) / RoundsPerKey;
        Value turn = emit.Ints([.. Enumerable.Range(0, Rounds).Select(round => (long)((Times(round) + word) % 3))]);
        Value due = emit.Mul(emit.Gather(keys, turn, 0), Sequence(emit, round => IsDue(round) ? 1UL : 0));
        return Words.Add(emit, due, Sequence(emit, round => word == 1 && IsDue(round) ? (ulong)Times(round) : 0));
    }

    private static Value Sequence(Emitter emit, Func<int, ulong> element) =>
        emit.Const(TensorData.Vector<ulong>([.. Enumerable.Range(0, Rounds).Select(element)]), "rounds");

    private static (Value[] States, Value[] Results) Round(Emitter emit, Value[] states, Value[] elements)
    {
        Value sum = Words.Add(emit, states[0], states[1]);
        Value left = Words.Low(emit, Words.Shift(emit, states[1], elements[0], "LEFT"));
        Value right = Words.Shift(emit, states[1], emit.Sub(emit.Const(32UL), elements[0]), "RIGHT");
        Value mixed = emit.Bitwise("BitwiseXor", emit.Add(left, right), sum);
        return ([Words.Add(emit, sum, elements[1]), Words.Add(emit, mixed, elements[2])], []);
    }
}
