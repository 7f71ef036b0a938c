using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>GATHER → Gather along an axis; with batch_dims → GatherND on the tensor with that axis moved behind the batch dimensions.</summary>
/// <remarks>TFLite refuses negative indices, so that ONNX's reading of them does not matter.</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Gather)]
internal sealed class GatherHandler : IOpHandler
{
    public void Convert(OpContext op) => Convert(op, op.Axis(op.Int("axis"), op.Rank(0)));

    /// <summary>Picks along an axis that is given otherwise than by the option.</summary>
    internal static void Convert(OpContext op, int axis)
    {
        int rank = op.Rank(0);
        int indexRank = op.Rank(1);
        int batch = (int)op.Int("batch_dims");
        if (batch < 0)
            batch += indexRank;
        op.RawResult(0, batch == 0 ? op.Emit.Gather(op.Raw(0), op.Declared(1), axis) : GatherInBatches(op, rank, axis, indexRank, batch));
    }

    private static Value GatherInBatches(OpContext op, int rank, int axis, int indexRank, int batch)
    {
        // (batch, before, axis, behind) → (batch, axis, before, behind), so that the index picks the first dimension behind the batch.
        int[] axes = [.. Enumerable.Range(0, rank)];
        int[] moved = [.. axes[..batch], axis, .. axes[batch..axis], .. axes[(axis + 1)..]];
        Value indices = op.Emit.Unsqueeze(op.Emit.Cast(op.Declared(1), ElementType.Int64), indexRank);
        Value gathered = op.Emit.GatherNd(op.Emit.Transpose(op.Raw(0), moved), indices, batch);
        // (batch, index, before, behind) → (batch, before, index, behind).
        int index = indexRank - batch;
        int before = axis - batch;
        int[] result = [.. Enumerable.Range(0, gathered.Shape?.Rank ?? rank + index - 1)];
        return op.Emit.Transpose(gathered, [.. result[..batch], .. result[(batch + index)..(batch + index + before)], .. result[batch..(batch + index)], .. result[(batch + index + before)..]]);
    }
}
