using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>UNIDIRECTIONAL_SEQUENCE_LSTM → LSTM, or Scan of the cell written out.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.UnidirectionalSequenceLstm, Restrictions = "no int8 form with twelve intermediate tensors and no int16 inputs, which TFLite refuses")]
internal sealed class UnidirectionalSequenceLstmHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        var cell = new LstmCell(op, LstmInputs.Unidirectional);
        Value x = TimeMajor.From(op, LstmSequence.Input(op));
        op.Result(0, TimeMajor.To(op, LstmSequence.Convert(cell, x)));
    }
}
