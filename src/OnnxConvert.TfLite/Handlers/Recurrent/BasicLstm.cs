using OnnxConvert.Extensibility;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// The form of LSTM with one matrix for everything: states are ordinary tensors, the gates are rows in the order input, cell,
/// forget, output. In the uint8 form gates are rounded to int16 in units of 2^-12 and the cell state in units of 2^-11.
/// </summary>
internal static class BasicLstm
{
    private const int GateStepsPerOne = 4096;
    private const int StateStepsPerOne = 2048;

    internal static void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        bool isInteger = op.IsQuantized(0) && !op.IsDequantizing;
        Value joined = emit.Concat([op.Real(0), op.Real(1)], 1);
        Value sums = emit.Gemm(joined, op.Weight(2), op.Bias(3, 0, 2), transB: true);
        if (isInteger)
            sums = Rounded(emit, sums, GateStepsPerOne);

        long cells = op.Size(4, 1);
        IReadOnlyList<Value> gates = emit.Split(sums, 1, cells, cells, cells, cells);
        Value kept = emit.Mul(emit.Node("Sigmoid", [gates[2]]), op.Real(4));
        Value added = emit.Mul(emit.Node("Sigmoid", [gates[0]]), emit.Node("Tanh", [gates[1]]));
        Value state = emit.Add(kept, added);
        if (isInteger)
            state = Rounded(emit, state, StateStepsPerOne);
        Value output = emit.Mul(emit.Node("Sigmoid", [gates[3]]), emit.Node("Tanh", [state]));

        op.Result(0, output);
        op.Result(1, state);
        op.Result(2, joined);
        op.Result(3, sums);
    }

    private static Value Rounded(Emitter emit, Value x, int stepsPerOne)
    {
        Value steps = emit.Round(emit.Mul(x, emit.Const((float)stepsPerOne)));
        return emit.Mul(emit.Clip(steps, short.MinValue, short.MaxValue), emit.Const(1f / stepsPerOne));
    }
}
