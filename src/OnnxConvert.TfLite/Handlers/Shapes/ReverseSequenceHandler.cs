using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>REVERSE_SEQUENCE → ReverseSequence: turns around the first elements along one dimension, as many as the second input has for each index of another.</summary>
/// <remarks>ONNX has the two dimensions in front, as time and batch or batch and time; others are moved there and back. ReverseSequence: 10.</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.ReverseSequence, MinOpset = 10)]
[OpHandler(TfLiteOps.CustomDomain, "FlexReverseSequence", MinOpset = 10)]
internal sealed class ReverseSequenceHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        int rank = op.Rank(0);
        int sequence = op.Axis(op.Int("seq_dim"), rank);
        int batch = op.Axis(op.Int("batch_dim"), rank);
        int[] order = [sequence, batch, .. Enumerable.Range(0, rank).Where(axis => axis != sequence && axis != batch)];
        bool isInFront = sequence < 2 && batch < 2;
        if (isInFront)
            order = [.. Enumerable.Range(0, rank)];
        Value y = op.Emit.Node(
            "ReverseSequence",
            [op.Emit.Transpose(op.Raw(0), order), op.Emit.Cast(op.Declared(1), ElementType.Int64)],
            new NodeAttribute("time_axis", isInFront ? sequence : 0L),
            new NodeAttribute("batch_axis", isInFront ? batch : 1L));
        op.RawResult(0, op.Emit.Transpose(y, [.. Enumerable.Range(0, rank).Select(axis => Array.IndexOf(order, axis))]));
    }
}
