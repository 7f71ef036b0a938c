using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>Arithmetic on 32-bit words, each held in a uint64, for which runtimes have multiplication, shift and remainder.</summary>
internal static class Words
{
    private const ulong Modulus = 1UL << 32;

    internal static Value Low(Emitter emit, Value x) => emit.Node("Mod", [x, emit.Const(Modulus)]);

    internal static Value High(Emitter emit, Value x) => Shift(emit, x, emit.Const(32UL), "RIGHT");

    /// <summary>The sum, of which the carry is lost.</summary>
    internal static Value Add(Emitter emit, Value a, Value b) => Low(emit, emit.Add(a, b));

    internal static Value Shift(Emitter emit, Value x, Value count, string direction) =>
        emit.Node("BitShift", [x, count], new NodeAttribute("direction", direction));

    /// <summary>Two words, low and high, along the last of two dimensions, as one number of 64 bits.</summary>
    internal static Value Join(Emitter emit, Value pairs)
    {
        Value low = emit.Slice(pairs, [0], [1], [1]);
        Value high = emit.Slice(pairs, [1], [2], [1]);
        return emit.Add(low, Shift(emit, high, emit.Const(32UL), "LEFT"));
    }
}
