using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Rewriters;

/// <summary>One step of an LSTM or GRU cell that stands in a graph by itself.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Input">What goes in, (batch, n).</param>
/// <param name="Hidden">The output before the step, (batch, units).</param>
/// <param name="Weights">The weights of both, gate by gate.</param>
internal sealed record UnrolledStep(RecurrentCell Cell, Value Input, Value Hidden, IReadOnlyList<(WeightBlock Input, WeightBlock State)> Weights)
{
    /// <summary>The values that the step gives.</summary>
    internal Value[] Results => Cell.NextState is { } next ? [Cell.Output, next] : [Cell.Output];

    /// <summary>The step whose output a node gives, or null.</summary>
    /// <param name="node">The node.</param>
    /// <param name="hidden">The output before the step, where it must be a certain one.</param>
    internal static UnrolledStep? Of(Node node, Value? hidden = null)
    {
        if (!node.Outputs[0].IsReal() || !(node.IsPlain(TfLiteOps.Mul) || node.IsPlain(TfLiteOps.Add)))
            return null;
        foreach (RecurrentCell cell in node.OpType == TfLiteOps.Mul ? LstmFormula.Cells(node.Outputs[0]) : GruFormula.Cells(node.Outputs[0]))
        {
            // Where both operands are as wide as the cell, either may count as the output before; frameworks add it last.
            foreach ((Value operand, _) in (cell.Gates[0].OfState ?? cell.Gates[0].Sum).Terms.Reverse())
            {
                Value before = cell.Hidden ?? hidden ?? operand;
                if (cell.IsRegular && IsState(before, cell) && (cell.State is not { } state || (IsState(state, cell) && state.Shape![0].Size == before.Shape![0].Size)) && Bound(cell, before) is { } step && step.IsClosed())
                    return step;
            }
        }

        return null;
    }

    /// <summary>Whether another step is that of the same cell.</summary>
    internal bool IsSameCell(UnrolledStep other) =>
        Cell.OpType == other.Cell.OpType && Weights.SequenceEqual(other.Weights) && Cell.Activations.SequenceEqual(other.Cell.Activations) && Cell.IsResetAfter == other.Cell.IsResetAfter
        && Cell.Gates.Zip(other.Cell.Gates).All(both => both.First.Sum.Constant.AsSpan().SequenceEqual(both.Second.Sum.Constant)
            && (both.First.OfState?.Constant ?? []).AsSpan().SequenceEqual(both.Second.OfState?.Constant ?? []));

    private static UnrolledStep? Bound(RecurrentCell cell, Value hidden)
    {
        foreach ((Value input, _) in cell.Gates[0].Sum.Terms)
        {
            List<(WeightBlock Input, WeightBlock State)> weights = [.. cell.Gates.Select(gate => gate.Weights(input, hidden)).OfType<(WeightBlock, WeightBlock)>()];
            if (weights.Count == cell.Gates.Count && !ReferenceEquals(input, hidden) && input.Shape is { } x && x[0].Size == hidden.Shape![0].Size)
                return new UnrolledStep(cell, input, hidden, weights);
        }

        return null;
    }

    private static bool IsState(Value value, RecurrentCell cell) => value.IsReal() && value.Shape is { Rank: 2 } shape && shape[1].Size == cell.Units;

    /// <summary>Whether nothing but the step's results is read outside of it.</summary>
    private bool IsClosed()
    {
        HashSet<Node> inside = Nodes();
        return inside.Where(node => !node.IsBuiltin(TfLiteOps.Dequantize)).SelectMany(node => node.Outputs).Except(Results)
            .All(value => !value.IsGraphOutput && value.Uses.All(use => inside.Contains(use.Node)));
    }

    /// <summary>The nodes between what goes in and the results.</summary>
    internal HashSet<Node> Nodes()
    {
        var inside = new HashSet<Node>();
        var pending = new Stack<Value>(Results);
        while (pending.TryPop(out Value? value))
        {
            if (ReferenceEquals(value, Input) || ReferenceEquals(value, Hidden) || ReferenceEquals(value, Cell.State) || value.Producer is not { } node || !inside.Add(node))
                continue;
            foreach (Value? input in node.Inputs)
            {
                if (input is not null)
                    pending.Push(input);
            }
        }

        return inside;
    }
}
