using OnnxConvert.Converting;
using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.TfLite.Rewriters;

/// <summary>
/// Sequences of several lengths in one batch: behind the end of its sequence, SELECT(round ≥ lengths, …) keeps the states of an element of the
/// batch as they are, and gives zeros as outputs. That is what ONNX's <c>sequence_lens</c> ask for.
/// </summary>
internal static class SequenceLengths
{
    /// <summary>What the body makes of a carried state before the end, and the lengths, or null where it does so in all rounds.</summary>
    internal static (Value After, Value? Lengths) OfState(CountedLoop loop, int index)
    {
        Value after = loop.Body.Outputs[index];
        return Choice(loop, after) is var (ended, going, lengths) && ReferenceEquals(ended, loop.Body.Inputs[index]) ? (going, lengths) : (after, null);
    }

    /// <summary>What the body collects before the end.</summary>
    internal static (Value Element, Value? Lengths) OfOutput(CountedLoop loop, Value element) =>
        Choice(loop, element) is var (ended, going, lengths) && ended.IsZero() ? (going, lengths) : (element, null);

    /// <summary>Whether a loop that runs up to a limit ends no sequence too early: the limit is the largest length, at least 1, at most the whole time.</summary>
    internal static bool IsLimit(Value limit, Value lengths, long time)
    {
        foreach ((Value? most, Value? positive) in limit.By(TfLiteOps.Minimum)?.EitherWay() ?? [])
        {
            foreach ((Value? least, Value? largest) in positive.By(TfLiteOps.Maximum)?.EitherWay() ?? [])
            {
                if (most.IsAll(time) && least.IsAll(1) && largest.By(TfLiteOps.ReduceMax) is { } maximum && ReferenceEquals(maximum.Input(0), lengths))
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether every sequence is known to have a first step. For those without, ONNX Runtime gives zeros as states, not what they start with.</summary>
    internal static bool ArePositive(Value lengths) => lengths.Integers() is { } known && known.All(length => length > 0);

    /// <summary>The lengths within 0 and the whole time, which is all that ONNX Runtime takes.</summary>
    internal static Value Limited(Value lengths, long time, Node position, RewriteContext context)
    {
        if (lengths.Integers() is { } known)
            return context.Graph.AddInitializer("lengths", TensorData.Vector<int>([.. known.Select(length => (int)Math.Clamp(length, 0, time))]));
        Value most = context.Graph.AddInitializer("time", TensorData.Scalar((int)time));
        Value least = context.Graph.AddInitializer("zero", TensorData.Scalar(0));
        Value limited = context.Insert(position, TfLiteOps.Domain, TfLiteOps.Minimum, lengths, most).AddOutput($"{lengths.Name}_limited", lengths.Type);
        return context.Insert(position, TfLiteOps.Domain, TfLiteOps.Maximum, limited, least).AddOutput($"{lengths.Name}_positive", lengths.Type);
    }

    /// <summary>SELECT by whether the sequence of an element of the batch has ended; the lengths as seen outside the loop, int32.</summary>
    private static (Value Ended, Value Going, Value Lengths)? Choice(CountedLoop loop, Value value)
    {
        if (value.By(TfLiteOps.Select) is not { } select || select.Input(0).By(TfLiteOps.GreaterEqual) is not { Outputs: [{ Shape.Rank: 1 }] } comparison
            || !loop.IsRound(comparison.Input(0)) || comparison.Input(1) is not { ElementType: ElementType.Int32 } lengths
            || select.Input(1) is not { } ended || select.Input(2) is not { Shape.Rank: 2 } going)
        {
            return null;
        }

        Value? outside = lengths.IsConstant ? lengths : loop.Outside(lengths);
        return outside is { Shape.Rank: 1 } ? (ended, going, outside) : null;
    }
}
