using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>The uint8 form of <see cref="BasicLstm"/>, whose kernel (reference_ops LstmCell) fixes all units but that of the weights.</summary>
internal static class BasicIntegerLstm
{
    internal const float GateUnit = 1f / 4096;
    private const float StateUnit = 1f / 2048;
    private const float Unit = 1f / 32768;
    private const int StateIntegerBits = 4;

    /// <summary>A real number as the kernel keeps it: whole units of int16.</summary>
    internal static Value Round(Emitter emit, Value x, float unit) => emit.Mul(Counts(emit, x, unit), emit.Const(unit));

    /// <summary>The states behind the step, in real numbers.</summary>
    /// <param name="op">The operator.</param>
    /// <param name="sums">The sums of the input, cell, forget and output gate.</param>
    /// <param name="before">The cell state before.</param>
    internal static (Value Output, Value State) Next(OpContext op, IReadOnlyList<Value> sums, Value before)
    {
        Emitter emit = op.Emit;
        Value[] counts = [.. sums.Select(sum => Counts(emit, sum, GateUnit))];
        Value kept = emit.Round(emit.Mul(LstmTables.Sigmoid(op, emit, counts[2]), emit.Mul(before, emit.Const(Unit / StateUnit))));
        Value product = emit.Round(emit.Mul(emit.Mul(LstmTables.Sigmoid(op, emit, counts[0]), LstmTables.Tanh(op, emit, counts[1], 3)), emit.Const(Unit)));
        Value added = emit.Round(emit.Mul(product, emit.Const(Unit / StateUnit)));
        Value state = emit.Clip(emit.Add(kept, added), short.MinValue, short.MaxValue);
        Value output = emit.Mul(LstmTables.Sigmoid(op, emit, counts[3]), LstmTables.Tanh(op, emit, state, StateIntegerBits));
        return (emit.Mul(output, emit.Const(Unit * Unit)), emit.Mul(state, emit.Const(StateUnit)));
    }

    private static Value Counts(Emitter emit, Value x, float unit) =>
        emit.Clip(emit.Round(emit.Mul(x, emit.Const(1 / unit))), short.MinValue, short.MaxValue);
}
