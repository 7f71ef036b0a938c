using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.TfLite.Rewriters;

/// <summary>
/// h' = z · h + (1 - z) · g(…), where the candidate sees r · (R h + b) beside what the input adds (Keras: reset_after), or R (r · h) in one
/// sum with that (TensorFlow's GRUCell).
/// </summary>
internal static class GruFormula
{
    internal static IEnumerable<RecurrentCell> Cells(Value output)
    {
        foreach ((Value? kept, Value? added) in output.By(TfLiteOps.Add)?.EitherWay() ?? [])
        {
            foreach ((Value? complement, Value? candidate) in added.By(TfLiteOps.Mul)?.EitherWay() ?? [])
            {
                if (complement.By(TfLiteOps.Sub) is not { } difference || difference.Input(0).Number() is not 1 || difference.Input(1) is not { } z
                    || kept.By(TfLiteOps.Mul)?.Other(z) is not { } hidden || RecurrentGate.Of(z) is not { } update)
                {
                    continue;
                }

                if (Candidate(candidate, hidden, update.Activation) is var (reset, gate, activation))
                    yield return new RecurrentCell(FusedOps.Gru, output, [update.Gate, reset, gate], [update.Activation, activation]) { Hidden = hidden };
            }
        }
    }

    private static (RecurrentGate Reset, RecurrentGate Candidate, CellActivation Activation)? Candidate(Value? candidate, Value hidden, CellActivation gates)
    {
        if (CellActivation.Of(candidate) is not var (activation, argument, isFused))
            return null;
        if (AffineSum.Of(argument, isFused) is { } sum)
        {
            foreach ((Value operand, _) in sum.Terms)
            {
                if (operand.By(TfLiteOps.Mul)?.Other(hidden) is { } r && RecurrentGate.Of(r) is { } before && before.Activation == gates)
                    return (before.Gate, new RecurrentGate(sum, Reset: operand), activation);
            }
        }

        if (isFused || argument.By(TfLiteOps.Add) is not { } both)
            return null;
        foreach ((Value? product, Value? ofInput) in both.EitherWay())
        {
            foreach ((Value? r, Value? ofState) in product.By(TfLiteOps.Mul)?.EitherWay() ?? [])
            {
                if (RecurrentGate.Of(r) is { } after && after.Activation == gates && AffineSum.Of(ofInput) is { } x && AffineSum.Of(ofState) is { } h)
                    return (after.Gate, new RecurrentGate(x, OfState: h), activation);
            }
        }

        return null;
    }
}
