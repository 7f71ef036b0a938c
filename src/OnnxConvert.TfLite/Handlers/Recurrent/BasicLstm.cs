using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// The form of LSTM with one matrix for everything: states are ordinary tensors, the gates are rows in the order input, cell,
/// forget, output.
/// </summary>
internal static class BasicLstm
{
    internal static void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        bool isInteger = op.IsQuantized(0) && !op.IsDequantizing;
        Value joined = emit.Concat([op.Real(0), op.Real(1)], 1);
        Value sums = emit.Gemm(joined, op.Weight(2), op.Bias(3, 0, 2), transB: true);
        if (isInteger)
            sums = BasicIntegerLstm.Round(emit, sums, BasicIntegerLstm.GateUnit);
        long cells = op.Size(4, 1);
        IReadOnlyList<Value> gates = emit.Split(sums, 1, cells, cells, cells, cells);
        (Value output, Value state) = isInteger ? BasicIntegerLstm.Next(op, gates, op.Real(4)) : Next(emit, gates, op.Real(4));

        op.Result(0, output);
        op.Result(1, state);
        op.Result(2, joined);
        op.Result(3, sums);
    }

    private static (Value Output, Value State) Next(Emitter emit, IReadOnlyList<Value> gates, Value before)
    {
        Value kept = emit.Mul(emit.Node("Sigmoid", [gates[2]]), before);
        Value added = emit.Mul(emit.Node("Sigmoid", [gates[0]]), emit.Node("Tanh", [gates[1]]));
        Value state = emit.Add(kept, added);
        return (emit.Mul(emit.Node("Sigmoid", [gates[3]]), emit.Node("Tanh", [state])), state);
    }
}
