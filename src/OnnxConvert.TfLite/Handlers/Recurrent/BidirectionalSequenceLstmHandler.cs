using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>BIDIRECTIONAL_SEQUENCE_LSTM → two times LSTM, or Scan of the cell written out.</summary>
/// <remarks>
/// An auxiliary input has weights of its own in both cells; without such weights the backward cell reads it in place of the
/// input. With a batch of several, TFLite puts merged outputs in wrong places; here they are right.
/// </remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.BidirectionalSequenceLstm, Restrictions = "no integer inputs, which TFLite refuses")]
internal sealed class BidirectionalSequenceLstmHandler : IOpHandler
{
    private const int AuxiliaryInput = 39;

    public void Convert(OpContext op)
    {
        if (op.IsQuantized(0))
            throw op.NotSupported("has no integer form in TFLite, which takes float inputs", op.Input(0));
        var forward = new LstmCell(op, LstmInputs.Forward);
        var backward = new LstmCell(op, LstmInputs.Backward);
        Value x = TimeMajor.From(op, op.Real(0));
        Value? auxiliary = op.HasInput(AuxiliaryInput) ? TimeMajor.From(op, op.Real(AuxiliaryInput)) : null;
        Value first = forward.HasAuxiliaryWeights
            ? LstmSequence.Convert(forward, x, auxiliary)
            : LstmSequence.Convert(forward, x);
        Value second = backward.HasAuxiliaryWeights
            ? LstmSequence.Convert(backward, x, auxiliary, isReverse: true)
            : LstmSequence.Convert(backward, auxiliary ?? x, isReverse: true);
        Bidirectional.SetResults(op, first, second);
    }
}
