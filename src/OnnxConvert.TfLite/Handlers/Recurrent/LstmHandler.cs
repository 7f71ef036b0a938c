using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>LSTM → LSTM, or the cell written out: one step, whose states are tensors that it overwrites.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Lstm, Restrictions = "int8 inputs with twelve intermediate tensors need coupled gates, layer normalization and a projection, as in TFLite; no int16 inputs, which TFLite refuses")]
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
