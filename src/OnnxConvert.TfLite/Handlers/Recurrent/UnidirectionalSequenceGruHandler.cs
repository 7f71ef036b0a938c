using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>UNIDIRECTIONAL_SEQUENCE_GRU → GRU: reset and update gate from one matrix, the candidate from another, both of input and state joined.</summary>
/// <remarks>The custom operator has time first, knows float only, and gives the last state as its second output.</remarks>
[OpHandler(TfLiteOps.CustomDomain, "UNIDIRECTIONAL_SEQUENCE_GRU")]
internal sealed class UnidirectionalSequenceGruHandler : IOpHandler
{
    private const int State = 1;

    public void Convert(OpContext op)
    {
        if (op.InputType(0) != ElementType.Float || op.InputType(2) != ElementType.Float)
            throw op.NotSupported("takes float only", op.Input(0));
        Emitter emit = op.Emit;
        int units = op.TableLength(op.Size(4, 0), "a bias of the units");
        long inputs = op.Size(4, 1) - units;
        Value weights = InOnnxOrder(emit, op.Real(2), op.Real(4), units);
        Value bias = emit.Concat([InOnnxOrder(emit, op.Real(3), op.Real(5), units), emit.Const(TensorData.Vector<float>(new float[3 * units]), "zeros")], 0);
        Value x = op.Real(0);
        IReadOnlyList<Value> results = emit.Nodes(
            "GRU",
            2,
            [x, Columns(0, inputs), Columns(inputs, inputs + units), emit.Unsqueeze(bias, 0), null, emit.Unsqueeze(RecurrentState.Read(op, State, x), 0)],
            new NodeAttribute("hidden_size", (long)units));
        op.Result(0, emit.Squeeze(results[0], 1));
        op.Result(1, emit.Squeeze(results[1], 0));

        Value Columns(long start, long end) => emit.Unsqueeze(emit.Slice(weights, [start], [end], [1]), 0);
    }

    /// <summary>Rows of the update, reset and hidden gate, from those of reset and update, and those of the candidate.</summary>
    private static Value InOnnxOrder(Emitter emit, Value gates, Value candidate, int units) =>
        emit.Concat([emit.Slice(gates, [units], [2 * units], [0]), emit.Slice(gates, [0], [units], [0]), candidate], 0);
}
