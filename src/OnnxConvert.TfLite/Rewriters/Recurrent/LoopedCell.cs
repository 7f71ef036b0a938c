using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Rewriters;

/// <summary>A recurrent cell in the body of a loop that feeds it a sequence and its own states.</summary>
internal sealed class LoopedCell
{
    private readonly CountedLoop _loop;
    private readonly int _hidden;
    private readonly int _state;

    private LoopedCell(RecurrentCell cell, CountedLoop loop, int hidden, int state, Value sequence, Value? lengths, IReadOnlyList<(WeightBlock Input, WeightBlock State)> weights)
    {
        Cell = cell;
        _loop = loop;
        _hidden = hidden;
        _state = state;
        Sequence = sequence;
        Lengths = lengths;
        Weights = weights;
    }

    internal RecurrentCell Cell { get; }

    /// <summary>What goes in, (time, batch, n).</summary>
    internal Value Sequence { get; }

    /// <summary>The number of steps for each element of the batch, or null.</summary>
    internal Value? Lengths { get; }

    internal IReadOnlyList<(WeightBlock Input, WeightBlock State)> Weights { get; }

    /// <summary>The output before the first step.</summary>
    internal Value Hidden => _loop.Node.Input(_hidden)!;

    /// <summary>The cell state before the first step, for LSTM.</summary>
    internal Value? State => _state < 0 ? null : _loop.Node.Input(_state);

    /// <summary>The cell whose output the body carries at <paramref name="index"/>, or null when it does not run on its own states and on a sequence.</summary>
    internal static LoopedCell? Of(RecurrentCell cell, int index, CountedLoop loop)
    {
        Value hidden = loop.Body.Inputs[index];
        if (!cell.IsRegular)
            return null;
        if (cell.Hidden is { } named && !ReferenceEquals(named, hidden))
            return null;
        Value? lengths = SequenceLengths.OfState(loop, index).Lengths;
        int state = -1;
        if (cell.State is { } before)
        {
            state = CountedLoop.IndexOf(loop.Body, before);
            if (state < 0 || state == index)
                return null;
            (Value after, Value? lengthsOfState) = SequenceLengths.OfState(loop, state);
            if (!ReferenceEquals(after, cell.NextState) || !ReferenceEquals(lengthsOfState, lengths))
                return null;
        }

        foreach ((Value operand, _) in cell.Gates[0].Sum.Terms)
        {
            if (SequenceOf(operand, loop) is not { } sequence)
                continue;
            List<(WeightBlock Input, WeightBlock State)> weights = [.. cell.Gates.Select(gate => gate.Weights(operand, hidden)).OfType<(WeightBlock, WeightBlock)>()];
            if (weights.Count == cell.Gates.Count && HasStatesOf(cell, loop, sequence, index) && (state < 0 || HasStatesOf(cell, loop, sequence, state)))
                return new LoopedCell(cell, loop, index, state, sequence, lengths, weights);
        }

        return null;
    }

    /// <summary>A result of the loop that something reads and that is none of the cell's, or null.</summary>
    internal Value? Unknown() => _loop.Node.Outputs.FirstOrDefault(output => !output.IsUnused && !IsKnown(output.ProducerIndex));

    /// <summary>What stands for a result of the loop.</summary>
    internal Value Result(int index, RecurrentOperator.Results results, RewriteContext context)
    {
        if (index == _hidden)
            return results.Hidden;
        if (index == _state)
            return results.State!;
        if (_loop.IsUnchanged(index))
            return _loop.Node.Input(index)!;
        if (_loop.IsCounter(index))
            return context.Graph.AddInitializer("count", Count(_loop.Node.Input(index)!.Constant!));
        if (!Collected(index)!.IsLastOnly)
            return results.Outputs;
        Value axis = context.Graph.AddInitializer("axis", TensorData.Scalar(0));
        return context.Insert(_loop.Node, TfLiteOps.Domain, TfLiteOps.ExpandDims, results.Hidden, axis).AddOutput(_loop.Node.Outputs[index].Name, _loop.Node.Outputs[index].Type);
    }

    /// <summary>The number of rounds as a counter has it, of whose type and sizes its start is.</summary>
    private TensorData Count(TensorData start) => start.ElementType == ElementType.Int64
        ? TensorData.Create([_loop.Count], start.Dims.AsSpan())
        : TensorData.Create([(int)_loop.Count], start.Dims.AsSpan());

    private bool IsKnown(int index) => index == _hidden || index == _state || _loop.IsUnchanged(index) || (_loop.IsCounter(index) && _loop.ComputedLimit is null) || Collected(index) is not null;

    /// <summary>How the outputs are collected, where that gives what ONNX's operators give.</summary>
    private LoopOutput? Collected(int index)
    {
        if (LoopOutput.Of(_loop, index) is not { } output)
            return null;
        (Value element, Value? lengths) = SequenceLengths.OfOutput(_loop, output.Element);
        bool isSame = ReferenceEquals(element, Cell.Output) && ReferenceEquals(lengths, Lengths);
        return isSame && (lengths is null || (!output.IsLastOnly && _loop.Node.Input(index).IsZero())) ? output : null;
    }

    /// <summary>The tensor outside of which a value in the body is the element of the round, or null.</summary>
    private static Value? SequenceOf(Value operand, CountedLoop loop) =>
        operand.By(TfLiteOps.Gather) is { } gather && gather.Attributes.Int("axis") == 0 && gather.Attributes.Int("batch_dims") == 0 && loop.IsRound(gather.Input(1))
            ? loop.Outside(gather.Input(0))
            : null;

    /// <summary>Whether a state has the sizes that ONNX wants; in a loop it could grow in its first round.</summary>
    private static bool HasStatesOf(RecurrentCell cell, CountedLoop loop, Value sequence, int index) =>
        loop.Node.Input(index) is { Shape: { Rank: 2 } shape } state && state.IsReal() && shape[1].Size == cell.Units && sequence.Shape is { Rank: 3 } x && shape[0].Size == x[1].Size;
}
