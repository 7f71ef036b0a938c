using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>STABLEHLO_RNG_BIT_GENERATOR → the generator's rounds as Scan: random bits that follow from a state, and the next state. Input uint64: key, counter, for Philox also the upper half of the counter.</summary>
/// <remarks>The counter's lower 64 bits number the blocks of bits. Where Philox gets no upper half, the key stands for it.</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.StableHloRngBitGenerator, MinOpset = 11, Restrictions = "the shape of the output must be known")]
internal sealed class StableHloRngBitGeneratorHandler : IOpHandler
{
    private const long ThreeFry = 2;

    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        Value output = op.Output(1);
        long[] sizes = output.Shape?.ToSizes() ?? throw op.NotSupported("the shape of the output must be known", output);
        if (output.ElementType is not (ElementType.Int32 or ElementType.UInt32 or ElementType.Int64 or ElementType.UInt64))
            throw op.NotSupported($"makes integers of 32 or 64 bits, not {output.ElementType.DisplayName()}", output);
        bool isThreefry = op.Int("algorithm") == ThreeFry;
        int parts = (int)op.Size(0, 0);
        if (parts != 2 && (parts != 3 || isThreefry))
            throw op.NotSupported($"the state has {parts} numbers; {(isThreefry ? "2" : "2 or 3")} are needed", op.Input(0));

        bool isWide = output.ElementType.BitSize() == 64;
        long words = sizes.Aggregate(isWide ? 2L : 1L, (product, size) => checked(product * size));
        int block = isThreefry ? 2 : 4;
        long blocks = (words + block - 1) / block;
        Value state = op.Declared(0);
        Value[] state64 = [.. Enumerable.Range(0, parts).Select(i => emit.Slice(state, [i], [i + 1], [0]))];
        Value numbers = emit.Cast(emit.Node("Range", [emit.Const(0L), emit.Const(blocks), emit.Const(1L)]), ElementType.UInt64);
        Value counters = emit.Add(state64[1], numbers);
        Value bits = isThreefry ? Threefry.Blocks(emit, state64[0], counters) : Philox.Blocks(emit, state64[0], counters, state64[parts == 3 ? 2 : 0]);

        bits = emit.Slice(emit.Reshape(bits, -1), [0], [words], [0]);
        if (isWide)
            bits = Words.Join(emit, emit.Reshape(bits, words / 2, 2));
        op.DeclaredResult(1, emit.Reshape(emit.Cast(bits, output.ElementType), sizes));
        op.DeclaredResult(0, emit.Concat([state64[0], emit.Add(state64[1], emit.Const((ulong)blocks)), .. state64[2..]], 0));
    }
}
