using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>BIDIRECTIONAL_SEQUENCE_RNN → two times RNN, or Scan of the cell written out.</summary>
/// <remarks>
/// An auxiliary input has weights of its own in both cells. Without such weights the backward cell reads it in place of the
/// input; but TFLite's kernel does so only where time comes first.
/// </remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.BidirectionalSequenceRnn, Restrictions = "no integer inputs, which TFLite refuses")]
internal sealed class BidirectionalSequenceRnnHandler : IOpHandler
{
    private const int AuxiliaryInput = 9;

    public void Convert(OpContext op)
    {
        var forward = new RnnCell(Weights: 1, Auxiliary: 10);
        var backward = new RnnCell(Weights: 5, Auxiliary: 11);
        Value x = TimeMajor.From(op, op.Real(0));
        Value? auxiliary = op.HasInput(AuxiliaryInput) ? TimeMajor.From(op, op.Real(AuxiliaryInput)) : null;
        Value first = forward.Run(op, x, forward.HasAuxiliaryWeights(op) ? auxiliary : null);
        Value second = backward.HasAuxiliaryWeights(op)
            ? backward.Run(op, x, auxiliary, isReverse: true)
            : backward.Run(op, auxiliary is not null && op.Flag("time_major") ? auxiliary : x, isReverse: true);
        Bidirectional.SetResults(op, first, second);
    }
}
