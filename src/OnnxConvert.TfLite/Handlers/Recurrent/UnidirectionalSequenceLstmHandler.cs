using OnnxConvert.Extensibility;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>UNIDIRECTIONAL_SEQUENCE_LSTM → LSTM, or Scan of the cell written out.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.UnidirectionalSequenceLstm)]
internal sealed class UnidirectionalSequenceLstmHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        var cell = new LstmCell(op, LstmInputs.Unidirectional);
        Value x = TimeMajor.From(op, op.Real(0));
        op.Result(0, TimeMajor.To(op, LstmSequence.Convert(cell, x)));
    }
}
