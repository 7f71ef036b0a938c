using OnnxConvert.Extensibility;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>LSTM → LSTM, or the cell written out: one step, whose states are tensors that it overwrites.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Lstm, Restrictions = "no int8 form with twelve intermediate tensors, no int16 inputs")]
internal sealed class LstmHandler : IOpHandler
{
    private const long BasicKernel = 1;

    public void Convert(OpContext op)
    {
        if (op.Int("kernel_type") == BasicKernel)
        {
            BasicLstm.Convert(op);
            return;
        }

        var cell = new LstmCell(op, LstmInputs.Unidirectional);
        Value outputs = LstmSequence.Convert(cell, op.Emit.Unsqueeze(LstmSequence.Input(op), 0));
        op.Result(0, op.Emit.Squeeze(outputs, 0));
    }
}
