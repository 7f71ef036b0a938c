using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Rewriters;

/// <summary>WHILE that runs an LSTM, GRU or simple recurrent cell over a sequence → LSTM, GRU or RNN.</summary>
/// <remarks>
/// The body gathers element t of a tensor, (time, batch, n), makes new states of it and of the states it carries, and puts the output in row t
/// of another tensor, or keeps the last one. Conditions: float, weights of one type that are constants of the body; the loop counts from 0 to
/// the length of the sequence; every result that is read is a state, that tensor, a counter, or does not change. Elements of the batch may have
/// sequences of several lengths (<see cref="SequenceLengths"/>).
/// </remarks>
[Rewriter(After = typeof(HardSigmoidRewriter))]
internal sealed class LoopedRecurrenceRewriter : IRewriter
{
    public bool Rewrite(Node node, RewriteContext context)
    {
        if (CountedLoop.Of(node, context) is not { } loop)
            return false;
        for (int i = 0; i < loop.Body.Outputs.Count; i++)
        {
            foreach (RecurrentCell cell in RecurrentCell.Of(SequenceLengths.OfState(loop, i).After))
            {
                if (LoopedCell.Of(cell, i, loop) is { } found)
                    return Apply(found, loop, context);
            }
        }

        return false;
    }

    private static bool Apply(LoopedCell found, CountedLoop loop, RewriteContext context)
    {
        Node node = loop.Node;
        bool isWhole = found.Sequence.Shape is { Rank: 3 } sequence && sequence[0].Size == loop.Count
            && (loop.ComputedLimit is not { } limit || (found.Lengths is not null && SequenceLengths.IsLimit(limit, found.Lengths, loop.Count)));
        if (!isWhole)
            return context.Miss(node, $"it runs {loop.Count} times or up to a computed number, over a sequence of {found.Sequence.Shape?[0]}");
        if (found.Unknown() is { } output)
            return context.Miss(node, $"its result '{output.Name}' is none of the cell's");
        if (found.Lengths is not null && !SequenceLengths.ArePositive(found.Lengths) && !(found.Hidden.IsZero() && (found.State is null || found.State.IsZero())))
            return context.Miss(node, "its sequences may be empty, and its states do not start with zeros");
        Value? lengths = found.Lengths is null ? null : SequenceLengths.Limited(found.Lengths, loop.Count, node, context);
        if (RecurrentOperator.Insert(found.Cell, found.Weights, found.Sequence, lengths, found.Hidden, found.State, node, context) is not { } results)
            return context.Miss(node, "its weights are of several types");
        for (int i = 0; i < node.Outputs.Count; i++)
        {
            if (!node.Outputs[i].IsUnused)
                RewriteContext.Replace(node.Outputs[i], found.Result(i, results, context));
        }

        return true;
    }
}
