using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.TfLite.Rewriters;

/// <summary>What goes into one gate of a cell.</summary>
/// <param name="Sum">The sum of what input and state add.</param>
/// <param name="OfState">What the state adds, where that is multiplied by the reset gate first; then <paramref name="Sum"/> is of the input alone.</param>
/// <param name="Reset">The state times the reset gate, where that takes the state's place in <paramref name="Sum"/>.</param>
internal sealed record RecurrentGate(AffineSum Sum, AffineSum? OfState = null, Value? Reset = null)
{
    /// <summary>An activation of a sum; or the part of one, where all gates are activated before they are split.</summary>
    internal static (CellActivation Activation, RecurrentGate Gate)? Of(Value? value)
    {
        if (CellActivation.Of(value) is var (activation, argument, isFused))
            return AffineSum.Of(argument, isFused) is { } sum ? (activation, new RecurrentGate(sum)) : null;
        if (value?.Producer is not { OpType: TfLiteOps.Split, Domain: TfLiteOps.Domain } split || split.Input(1) is not { Shape: { } shape } whole
            || split.Input(0).Integers() is not [var axis] || (axis != -1 && axis != shape.Rank - 1)
            || CellActivation.Of(whole) is not var (common, inner, isInnerFused))
        {
            return null;
        }

        int width = AffineSum.Width(value);
        return AffineSum.Of(inner, (long)value.ProducerIndex * width, width, isInnerFused) is { } part ? (common, new RecurrentGate(part)) : null;
    }

    /// <summary>The weights of input and state, or null when there are others, or not both.</summary>
    internal (WeightBlock Input, WeightBlock State)? Weights(Value input, Value state)
    {
        AffineSum ofState = OfState ?? Sum;
        if (Sum.Terms.Count != (OfState is null ? 2 : 1) || ofState.Terms.Count != (OfState is null ? 2 : 1))
            return null;
        return Sum.WeightsOf(input) is { } w && ofState.WeightsOf(Reset ?? state) is { } r ? (w, r) : null;
    }
}
