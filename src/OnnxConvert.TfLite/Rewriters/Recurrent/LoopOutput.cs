using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.TfLite.Rewriters;

/// <summary>How a loop collects a value of each round: in the place of the round within a tensor, or the last one alone.</summary>
/// <remarks>
/// TensorFlow's lists become a tensor that has a row for each round. Setting a row is DYNAMIC_UPDATE_SLICE, or CONCATENATION of what is
/// before the row, the row, and what is behind it; where the list has one row, that is all that is left.
/// </remarks>
/// <param name="Element">The value of each round.</param>
/// <param name="IsLastOnly">Whether that of the last round replaces the others.</param>
internal sealed record LoopOutput(Value Element, bool IsLastOnly)
{
    /// <summary>How a carried value of the body is collected, or null.</summary>
    internal static LoopOutput? Of(CountedLoop loop, int index)
    {
        (Value before, Value after) = (loop.Body.Inputs[index], loop.Body.Outputs[index]);
        if (Row(after) is { } only)
            return before.IsUnused ? new LoopOutput(only, IsLastOnly: true) : null;
        Value? element = Updated(loop, before, after) ?? Joined(loop, before, after);
        return element is not null && before.Shape is { Rank: > 0 } shape && shape[0].Size == loop.Count ? new LoopOutput(element, IsLastOnly: false) : null;
    }

    private static Value? Updated(CountedLoop loop, Value before, Value after) =>
        after.By(TfLiteOps.DynamicUpdateSlice) is { } update && ReferenceEquals(update.Input(0), before) && before.Uses.Count == 1 && IsPlace(update.Input(2), loop.IsRound, 0)
            ? Row(update.Input(1))
            : null;

    private static Value? Joined(CountedLoop loop, Value before, Value after)
    {
        if (after.By(TfLiteOps.Concatenation) is not { Inputs.Count: 3 } joined || joined.Attributes.Int("axis") != 0 || before.Uses.Count != 2)
            return null;
        bool isBefore = joined.Input(0).By(TfLiteOps.Slice) is { } front && ReferenceEquals(front.Input(0), before)
            && front.Input(1).IsAll(0) && IsPlace(front.Input(2), loop.IsRound, -1);
        bool isBehind = joined.Input(2).By(TfLiteOps.Slice) is { } back && ReferenceEquals(back.Input(0), before)
            && IsPlace(back.Input(1), loop.IsNextRound, 0) && back.Input(2).IsAll(-1);
        return isBefore && isBehind ? Row(joined.Input(1)) : null;
    }

    /// <summary>A matrix that was given a first dimension of 1.</summary>
    private static Value? Row(Value? row)
    {
        if ((row.By(TfLiteOps.Reshape) ?? row.By(TfLiteOps.ExpandDims))?.Input(0) is not { Shape: { Rank: 2 } shape } element || row!.Shape is not { Rank: 3 } whole)
            return null;
        return whole[0].Size == 1 && shape[1].Size is { } size && whole[2].Size == size ? element : null;
    }

    /// <summary>Whether a tensor is a number of the round, and the same constant for all other dimensions.</summary>
    private static bool IsPlace(Value? place, Func<Value?, bool> isRound, long others)
    {
        if (place.By(TfLiteOps.Concatenation) is { Inputs: [var first, var rest] } joined && joined.Attributes.Int("axis") == 0)
            return isRound(first.By(TfLiteOps.Reshape)?.Input(0) ?? first.By(TfLiteOps.ExpandDims)?.Input(0)) && rest.IsAll(others);
        return place.By(TfLiteOps.Pack) is { } packed && isRound(packed.Input(0)) && packed.Inputs.Skip(1).All(other => other.IsAll(others));
    }
}
