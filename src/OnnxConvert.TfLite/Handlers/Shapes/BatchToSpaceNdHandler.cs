using OnnxConvert.Extensibility;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>BATCH_TO_SPACE_ND → Reshape, Transpose, Reshape, Slice. Inputs tensor (N, spatial..., rest...), block sizes (m), crops (m, 2).</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.BatchToSpaceNd, Restrictions = "block sizes and crops must be constant, the spatial sizes known")]
internal sealed class BatchToSpaceNdHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        long[] block = op.RequireInts(1, "the block sizes");
        long[] crops = op.RequireInts(2, "the crops");
        int rank = op.Rank(0);
        int blocks = block.Length;
        long batch = op.Shape(0)![0].Size is { } size ? size / block.Aggregate(1L, (product, b) => product * b) : -1;
        // (b, ..., N, s, ..., rest) → (N, s, b, ..., rest)
        List<long> split = [.. block, batch];
        List<long> joined = [batch];
        List<int> order = [blocks];
        for (int i = 0; i < blocks; i++)
        {
            split.Add(op.Size(0, i + 1));
            joined.Add(op.Size(0, i + 1) * block[i]);
            order.AddRange([blocks + 1 + i, i]);
        }

        for (int axis = blocks + 1; axis < rank; axis++)
        {
            order.Add(split.Count);
            split.Add(op.Size(0, axis));
            joined.Add(op.Size(0, axis));
        }

        Value y = op.Emit.Reshape(op.Emit.Transpose(op.Emit.Reshape(op.Raw(0), [.. split]), [.. order]), [.. joined]);
        if (crops.Any(crop => crop != 0))
        {
            long[] starts = [.. block.Select((_, i) => crops[2 * i])];
            long[] ends = [.. block.Select((_, i) => joined[i + 1] - crops[(2 * i) + 1])];
            y = op.Emit.Slice(y, starts, ends, [.. block.Select((_, i) => i + 1L)]);
        }

        op.RawResult(0, y);
    }
}
