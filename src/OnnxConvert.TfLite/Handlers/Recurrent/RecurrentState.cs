using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>State tensors of recurrent operators, (batch, n).</summary>
internal static class RecurrentState
{
    /// <summary>The state at an input, in real numbers.</summary>
    internal static Value Read(OpContext op, int input, Value x) => ForBatch(op, op.Real(input), x);

    /// <summary>
    /// A state for as many elements as the batch has. Files fix the batch size of states even where that of the input is open;
    /// then one state serves every element of the batch.
    /// </summary>
    /// <param name="op">The operator.</param>
    /// <param name="state">The state.</param>
    /// <param name="x">The inputs, (time, batch, n).</param>
    internal static Value ForBatch(OpContext op, Value state, Value x)
    {
        Emitter emit = op.Emit;
        return x.Shape is not { Rank: 3 } shape || shape[1].IsStatic
            ? state
            : emit.Expand(state, emit.Concat([emit.Size(x, 1), emit.Size(state, 1)], 0));
    }
}
