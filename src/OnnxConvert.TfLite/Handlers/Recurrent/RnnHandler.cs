using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>RNN → RNN, or the cell written out: one step, whose state is a tensor that it overwrites.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Rnn, Restrictions = "no integer inputs, which TFLite refuses")]
internal sealed class RnnHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Value outputs = new RnnCell(Weights: 1).Run(op, op.Emit.Unsqueeze(op.Real(0), 0));
        op.Result(0, op.Emit.Squeeze(outputs, 0));
    }
}
