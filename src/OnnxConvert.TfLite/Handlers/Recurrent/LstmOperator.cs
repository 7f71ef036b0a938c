using System.Collections.Immutable;
using System.Text;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>An LSTM cell over a sequence as ONNX's LSTM, which has neither projection nor normalization nor a limit to the cell state.</summary>
/// <remarks>
/// Coupled gates: 1 - sigmoid(z) is sigmoid(-z), so the input gate gets the forget gate's weights with the other sign. ONNX's
/// attribute <c>clip</c> limits something else, namely what goes into the gates.
/// </remarks>
internal static class LstmOperator
{
    private static readonly int[] OnnxOrder = [LstmCell.InputGate, LstmCell.OutputGate, LstmCell.ForgetGate, LstmCell.CellGate];

    internal static bool CanExpress(LstmCell cell) =>
        !cell.IsNormalized && !cell.HasProjection && cell.CellClip <= 0 && cell.Activation.OnnxName is not null;

    /// <param name="cell">The cell.</param>
    /// <param name="x">The inputs, (time, batch, n).</param>
    /// <param name="auxiliary">Further inputs with weights of their own, or null.</param>
    /// <param name="output">The output state, (batch, cells).</param>
    /// <param name="state">The cell state, (batch, cells).</param>
    /// <param name="isReverse">Whether time runs backwards.</param>
    internal static LstmResult Convert(LstmCell cell, Value x, Value? auxiliary, Value output, Value state, bool isReverse)
    {
        Emitter emit = cell.Op.Emit;
        Value weights = PerGate(cell, gates => cell.Op.Stacked([.. gates.Select(cell.Weights)]));
        if (auxiliary is not null)
        {
            x = emit.Concat([x, auxiliary], 2);
            weights = emit.Concat([weights, PerGate(cell, gates => cell.Op.Stacked([.. gates.Select(cell.Auxiliary)]))], 1);
        }

        Value bias = PerGate(cell, gates => emit.Concat([.. gates.Select(cell.RealBias)], 0));
        Value noBias = emit.Const(TensorData.Create<float>(new float[4 * cell.CellCount], 4 * cell.CellCount), "zeros");
        NodeAttribute[] attributes =
        [
            new("hidden_size", (long)cell.CellCount),
            new("direction", isReverse ? "reverse" : "forward"),
            .. cell.Activation.OnnxName == "Tanh" ? [] : (ReadOnlySpan<NodeAttribute>)[Activations("Sigmoid", cell.Activation.OnnxName!, cell.Activation.OnnxName!)],
        ];
        IReadOnlyList<Value> results = emit.Nodes(
            "LSTM",
            3,
            [x, First(weights), First(Recurrent(cell)), First(emit.Concat([bias, noBias], 0)), null, First(output), First(state), cell.HasPeephole ? First(Peepholes(cell)) : null],
            attributes);
        return new LstmResult(emit.Squeeze(results[0], 1), emit.Squeeze(results[1], 0), emit.Squeeze(results[2], 0));

        Value First(Value value) => emit.Unsqueeze(value, 0);
    }

    private static NodeAttribute Activations(params ReadOnlySpan<string> names)
    {
        var bytes = ImmutableArray.CreateBuilder<ReadOnlyMemory<byte>>();
        foreach (string name in names)
            bytes.Add(Encoding.UTF8.GetBytes(name));
        return new NodeAttribute("activations", bytes.ToImmutable());
    }

    /// <summary>Something of each gate, in ONNX's order.</summary>
    private static Value PerGate(LstmCell cell, Func<IEnumerable<int>, Value> stack)
    {
        if (!cell.IsCoupled)
            return stack(OnnxOrder);
        Value input = cell.Op.Emit.Unary("Neg", stack([LstmCell.ForgetGate]));
        return cell.Op.Emit.Concat([input, stack(OnnxOrder.Skip(1))], 0);
    }

    private static Value Recurrent(LstmCell cell)
    {
        Value weights = PerGate(cell, gates => cell.Op.Stacked([.. gates.Select(cell.Recurrent)]));
        if (!cell.IsDiagonal)
            return weights;
        var identity = new float[cell.Op.TableLength((long)cell.CellCount * cell.CellCount, "a matrix of the diagonal")];
        for (int i = 0; i < cell.CellCount; i++)
            identity[i * (cell.CellCount + 1)] = 1;
        Emitter emit = cell.Op.Emit;
        Value columns = emit.Reshape(weights, 4, cell.CellCount, 1);
        return emit.Reshape(emit.Mul(columns, emit.Const(TensorData.Create<float>(identity, cell.CellCount, cell.CellCount), "identity")), 4 * cell.CellCount, cell.CellCount);
    }

    /// <summary>Weights of the cell state for the input, output and forget gate.</summary>
    private static Value Peepholes(LstmCell cell)
    {
        Emitter emit = cell.Op.Emit;
        Value none = emit.Const(TensorData.Create<float>(new float[cell.CellCount], cell.CellCount), "zeros");
        Value forget = cell.PeepholeWeights(LstmCell.ForgetGate) ?? none;
        Value input = cell.IsCoupled ? emit.Unary("Neg", forget) : cell.PeepholeWeights(LstmCell.InputGate) ?? none;
        return emit.Concat([input, cell.PeepholeWeights(LstmCell.OutputGate) ?? none, forget], 0);
    }
}
