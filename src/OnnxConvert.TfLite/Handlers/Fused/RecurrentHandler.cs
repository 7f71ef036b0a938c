using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;
using OnnxConvert.TfLite.Rewriters;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// LSTM, GRU and RNN over a sequence (time, batch, n). Inputs sequence, W, R and B as ONNX has them, lengths, output and cell state before the
/// first step, (batch, units); outputs all outputs, (time, batch, units), the last output and the last cell state. Options as ONNX has them.
/// </summary>
[OpHandler(TfLiteOps.FusedDomain, FusedOps.Gru)]
[OpHandler(TfLiteOps.FusedDomain, FusedOps.Lstm)]
[OpHandler(TfLiteOps.FusedDomain, FusedOps.Rnn)]
internal sealed class RecurrentHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        Value?[] inputs = [op.Real(0), op.Weight(1), op.Weight(2), op.OptionalReal(3), op.HasInput(4) ? op.Declared(4) : null, Start(5), Start(6)];
        IReadOnlyList<Value> results = emit.Nodes(op.Node.OpType, op.OutputCount, op.Node.OpType == FusedOps.Lstm ? inputs : inputs[..6], [.. op.Node.Attributes]);
        op.Result(0, emit.Squeeze(results[0], 1));
        for (int i = 1; i < results.Count; i++)
            op.Result(i, emit.Squeeze(results[i], 0));

        Value? Start(int input) => op.HasInput(input) ? emit.Unsqueeze(op.Real(input), 0) : null;
    }
}
