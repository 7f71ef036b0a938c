using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>UNIDIRECTIONAL_SEQUENCE_RNN → RNN, or Scan of the cell written out.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.UnidirectionalSequenceRnn, Restrictions = "no integer inputs, which TFLite refuses")]
internal sealed class UnidirectionalSequenceRnnHandler : IOpHandler
{
    public void Convert(OpContext op) =>
        op.Result(0, TimeMajor.To(op, new RnnCell(Weights: 1).Run(op, TimeMajor.From(op, op.Real(0)))));
}
