using System.Collections.Immutable;
using System.Text;
using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>The simplest recurrent cell: <c>h = activation(W x + R h + b)</c>; further inputs may have weights of their own.</summary>
/// <param name="Weights">The operator's input that holds W; R, b and h follow.</param>
/// <param name="Auxiliary">The operator's input that holds the weights of further inputs; 0: none.</param>
internal sealed record RnnCell(int Weights, int Auxiliary = 0)
{
    private int Recurrent => Weights + 1;

    private int Bias => Weights + 2;

    private int State => Weights + 3;

    internal bool HasAuxiliaryWeights(OpContext op) => Auxiliary > 0 && op.HasInput(Auxiliary);

    /// <summary>Runs the cell over a sequence, from the state tensor's value, and leaves the last state there.</summary>
    /// <param name="op">The operator.</param>
    /// <param name="x">The inputs, (time, batch, n).</param>
    /// <param name="auxiliary">Further inputs, or null.</param>
    /// <param name="isReverse">Whether time runs backwards.</param>
    /// <returns>The state behind each step, (time, batch, units).</returns>
    internal Value Run(OpContext op, Value x, Value? auxiliary = null, bool isReverse = false)
    {
        if (op.IsQuantized(0))
            throw op.NotSupported("has no integer form in TFLite, which takes float inputs", op.Input(0));
        RecurrentActivation activation = RecurrentActivation.Of(op);
        Value state = RecurrentState.Read(op, State, x);
        (Value outputs, Value last) = activation.OnnxName is { } name
            ? ByOperator(op, x, auxiliary, state, name, isReverse)
            : WrittenOut(op, x, auxiliary, state, activation, isReverse);
        op.NextState(State, last);
        return outputs;
    }

    private (Value Outputs, Value Last) ByOperator(OpContext op, Value x, Value? auxiliary, Value state, string activation, bool isReverse)
    {
        Emitter emit = op.Emit;
        int units = op.TableLength(op.Size(Recurrent, 0), "a bias of the units");
        Value weights = op.Stacked([Weights]);
        if (auxiliary is not null)
        {
            x = emit.Concat([x, auxiliary], 2);
            weights = emit.Concat([weights, op.Stacked([Auxiliary])], 1);
        }

        Value noBias = emit.Const(TensorData.Create<float>(new float[units], units), "zeros");
        IReadOnlyList<Value> results = emit.Nodes(
            "RNN",
            2,
            [x, emit.Unsqueeze(weights, 0), emit.Unsqueeze(op.Stacked([Recurrent]), 0), emit.Unsqueeze(emit.Concat([op.Real(Bias), noBias], 0), 0), null, emit.Unsqueeze(state, 0)],
            new NodeAttribute("hidden_size", (long)units),
            new NodeAttribute("direction", isReverse ? "reverse" : "forward"),
            new NodeAttribute("activations", ImmutableArray.Create<ReadOnlyMemory<byte>>(Encoding.UTF8.GetBytes(activation))));
        return (emit.Squeeze(results[0], 1), emit.Squeeze(results[1], 0));
    }

    private (Value Outputs, Value Last) WrittenOut(OpContext op, Value x, Value? auxiliary, Value state, RecurrentActivation activation, bool isReverse)
    {
        Emitter emit = op.Emit;
        Value recurrent = op.Stacked([Recurrent]);
        Value ofInput = op.Products(x, op.Stacked([Weights]), op.Real(Bias));
        if (auxiliary is not null)
            ofInput = emit.Add(ofInput, op.Products(auxiliary, op.Stacked([Auxiliary]), null));
        if (ofInput.Shape?[0].Size == 1)
        {
            Value next = Next(emit, emit.Squeeze(ofInput, 0), state);
            return (emit.Unsqueeze(next, 0), next);
        }

        (Value[] states, Value[] results) = emit.Scan([state], [ofInput], isReverse, (inner, before, elements) =>
        {
            Value next = Next(inner, elements[0], before[0]);
            return ([next], [next]);
        });
        return (results[0], states[0]);

        Value Next(Emitter emit, Value ofInput, Value before) => activation.Apply(op, emit, emit.Gemm(before, recurrent, ofInput, transB: true));
    }
}
