using OnnxConvert.Extensibility;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>SPACE_TO_BATCH_ND → Pad, Reshape, Transpose, Reshape. Inputs tensor (N, spatial..., rest...), block sizes (m), paddings (m, 2).</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.SpaceToBatchNd, Restrictions = "block sizes and paddings must be constant, the spatial sizes known")]
internal sealed class SpaceToBatchNdHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        long[] block = op.RequireInts(1, "the block sizes");
        long[] paddings = op.RequireInts(2, "the paddings");
        int rank = op.Rank(0);
        var begins = new long[rank];
        var ends = new long[rank];
        for (int i = 0; i < block.Length; i++)
        {
            begins[i + 1] = paddings[2 * i];
            ends[i + 1] = paddings[(2 * i) + 1];
        }

        Value padded = op.Emit.Pad(op.Raw(0), begins, ends, op.IsQuantized(0) && !op.IsDequantizing ? op.RawZero(0) : null);
        // (N, s/b, b, ..., rest) → (b, ..., N, s/b, ..., rest)
        List<long> split = [op.Shape(0)![0].Size ?? -1];
        List<long> joined = [split[0] < 0 ? -1 : split[0] * block.Aggregate(1L, (product, b) => product * b)];
        List<int> order = [.. block.Select((_, i) => 2 + (2 * i)), 0, .. block.Select((_, i) => 1 + (2 * i))];
        for (int i = 0; i < block.Length; i++)
        {
            long size = (op.Size(0, i + 1) + begins[i + 1] + ends[i + 1]) / block[i];
            split.AddRange([size, block[i]]);
            joined.Add(size);
        }

        for (int axis = block.Length + 1; axis < rank; axis++)
        {
            order.Add(split.Count);
            split.Add(op.Size(0, axis));
            joined.Add(op.Size(0, axis));
        }

        op.RawResult(0, op.Emit.Reshape(op.Emit.Transpose(op.Emit.Reshape(padded, [.. split]), [.. order]), [.. joined]));
    }
}
