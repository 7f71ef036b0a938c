using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Rewriters;

/// <summary>One step of a recurrent cell, as it was found behind its output.</summary>
/// <param name="OpType">The ONNX operator of such cells.</param>
/// <param name="Output">The output h', which is a state, too.</param>
/// <param name="Gates">The gates in ONNX's order: input, output, forget, cell; update, reset, hidden; or the only one.</param>
/// <param name="Activations">The activations in ONNX's order.</param>
internal sealed record RecurrentCell(string OpType, Value Output, IReadOnlyList<RecurrentGate> Gates, IReadOnlyList<CellActivation> Activations)
{
    /// <summary>The output before the step, where the formula itself names it.</summary>
    internal Value? Hidden { get; init; }

    /// <summary>The cell state c before the step, of LSTM.</summary>
    internal Value? State { get; init; }

    /// <summary>The cell state c' behind the step, of LSTM.</summary>
    internal Value? NextState { get; init; }

    /// <summary>Whether a GRU multiplies by the reset gate what the matrix makes of the state, not the state.</summary>
    internal bool IsResetAfter => Gates[^1].OfState is not null;

    /// <summary>Whether all gates are as wide as one another; narrower ones would be spread over all units.</summary>
    internal bool IsRegular => Gates.All(gate => gate.Sum.Constant.Length == Units && (gate.OfState is null || gate.OfState.Constant.Length == Units));

    internal int Units => Gates[0].Sum.Constant.Length;

    /// <summary>The cells whose output a value may be, most special first. More than one where a sum can be read in several ways.</summary>
    internal static IEnumerable<RecurrentCell> Of(Value output) => [.. LstmFormula.Cells(output), .. GruFormula.Cells(output), .. Simple(output)];

    /// <summary>h' = f(W x + R h + b).</summary>
    private static IEnumerable<RecurrentCell> Simple(Value output) =>
        RecurrentGate.Of(output) is var (activation, gate) ? [new RecurrentCell(FusedOps.Rnn, output, [gate], [activation])] : [];
}
