using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.TfLite.Rewriters;

/// <summary>h' = o · h(c'), c' = f · c + i · g(…): an LSTM without peepholes, its gates in any order within the matrix.</summary>
internal static class LstmFormula
{
    internal static IEnumerable<RecurrentCell> Cells(Value output)
    {
        foreach ((Value? gate, Value? activated) in output.By(TfLiteOps.Mul)?.EitherWay() ?? [])
        {
            if (CellActivation.Of(activated) is not var (ofState, next, isFused) || isFused || next.By(TfLiteOps.Add) is not { } sum || RecurrentGate.Of(gate) is not { } o)
                continue;
            foreach ((Value? kept, Value? added) in sum.EitherWay())
            {
                foreach ((RecurrentGate f, Value state) in Kept(kept, o.Activation))
                {
                    foreach ((RecurrentGate i, RecurrentGate g, CellActivation activation) in Added(added, o.Activation))
                        yield return new RecurrentCell(FusedOps.Lstm, output, [i, o.Gate, f, g], [o.Activation, activation, ofState]) { State = state, NextState = next };
                }
            }
        }
    }

    /// <summary>f · c.</summary>
    private static IEnumerable<(RecurrentGate Forget, Value State)> Kept(Value? product, CellActivation gates)
    {
        foreach ((Value? gate, Value? state) in product.By(TfLiteOps.Mul)?.EitherWay() ?? [])
        {
            if (state is not null && RecurrentGate.Of(gate) is { } forget && forget.Activation == gates)
                yield return (forget.Gate, state);
        }
    }

    /// <summary>i · g.</summary>
    private static IEnumerable<(RecurrentGate Input, RecurrentGate Cell, CellActivation Activation)> Added(Value? product, CellActivation gates)
    {
        foreach ((Value? gate, Value? candidate) in product.By(TfLiteOps.Mul)?.EitherWay() ?? [])
        {
            if (RecurrentGate.Of(gate) is { } input && input.Activation == gates && RecurrentGate.Of(candidate) is { } cell)
                yield return (input.Gate, cell.Gate, cell.Activation);
        }
    }
}
