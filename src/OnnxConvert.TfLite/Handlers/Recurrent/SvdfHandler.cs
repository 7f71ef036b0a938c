using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// SVDF → Gemm, Mul, ReduceSum: the answers of filters to the input are remembered for some steps in a state, (batch,
/// filters * memory), and weighted over time; as many filters as the rank says make one unit.
/// </summary>
/// <remarks>
/// The integer kernel ignores the fused activation: converters make RELU a matter of the output's range. It rounds the answers
/// to the state's scale before they are weighted.
/// </remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Svdf)]
internal sealed class SvdfHandler : IOpHandler
{
    private const int State = 4;

    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        long filters = op.Size(1, 0);
        long memory = op.Size(2, 1);
        long rank = op.Int("rank");
        if (rank <= 0 || filters % rank != 0)
            throw op.NotSupported($"the rank is {rank}; it must divide the number of filters, {filters}");
        RequireState(op, filters * memory);

        Value answers = emit.Gemm(op.Real(0), op.Stacked([1]), null, transB: true);
        op.NextState(State, Remember(op, answers, filters, memory));
        Value remembered = emit.Reshape(op.Real(State), -1, filters, memory);
        Value weighted = emit.Reduce("ReduceSum", emit.Mul(remembered, op.Stacked([2])), [2], keepDims: false);
        Value units = rank == 1 ? weighted : emit.Reduce("ReduceSum", emit.Reshape(weighted, -1, filters / rank, rank), [2], keepDims: false);
        if (op.Bias(3, State, 2) is { } bias)
            units = emit.Add(units, bias);
        op.Result(0, op.IsQuantized(0) ? units : RecurrentActivation.Of(op).Apply(op, emit, units));
    }

    /// <summary>TFLite refuses a state of another size, too.</summary>
    private static void RequireState(OpContext op, long length)
    {
        if (op.Shape(State) is { } state
            && (state.Rank != 2 || (state[1].Size ?? length) != length || (op.Shape(0) is { Rank: 2 } input && input[0].Size is { } batch && state[0].Size is { } of && of != batch)))
        {
            throw op.NotSupported($"has a state of the shape {state}; its filters need (batch, {length}), the batch that of the input, {op.Shape(0)}", op.Input(State));
        }
    }

    /// <summary>The state without its oldest answers and with the new ones.</summary>
    private static Value Remember(OpContext op, Value answers, long filters, long memory)
    {
        Emitter emit = op.Emit;
        Value newest = emit.Reshape(answers, -1, filters, 1);
        if (memory == 1)
            return answers;
        Value older = emit.Slice(emit.Reshape(op.Real(State), -1, filters, memory), [1], [memory], [2]);
        return emit.Reshape(emit.Concat([older, newest], 2), -1, filters * memory);
    }
}
