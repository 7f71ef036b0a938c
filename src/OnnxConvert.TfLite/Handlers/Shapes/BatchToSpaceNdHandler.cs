using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>BATCH_TO_SPACE_ND → Reshape, Transpose, Reshape, Slice. Inputs tensor (N, spatial..., rest...), block sizes (m), crops (m, 2).</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.BatchToSpaceNd, Restrictions = "the number of block sizes must be known; constant ones need known spatial sizes")]
[OpHandler(TfLiteOps.CustomDomain, "FlexBatchToSpaceND", Restrictions = "the number of block sizes must be known; constant ones need known spatial sizes")]
internal sealed class BatchToSpaceNdHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        if (op.ConstantInts(1) is not { } block || op.ConstantInts(2) is not { } crops)
        {
            ConvertComputed(op, (int)op.Size(1, 0));
            return;
        }

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

    /// <summary>The same with computed block sizes and crops.</summary>
    private static void ConvertComputed(OpContext op, int blocks)
    {
        Emitter emit = op.Emit;
        int rank = op.Rank(0);
        Value x = op.Raw(0);
        Value block = emit.Cast(op.Declared(1), ElementType.Int64);
        Value sizes = emit.Shape(x);
        Value spatial = emit.Slice(sizes, [1], [blocks + 1], [0]);
        Value rest = emit.Slice(sizes, [blocks + 1], [long.MaxValue], [0]);
        int[] order =
        [
            blocks,
            .. Enumerable.Range(0, blocks).SelectMany(i => (int[])[blocks + 1 + i, i]),
            .. Enumerable.Range((2 * blocks) + 1, rank - blocks - 1),
        ];
        Value split = emit.Reshape(x, emit.Concat([block, emit.Ints(-1), spatial, rest], 0));
        Value grown = emit.Mul(spatial, block);
        Value y = emit.Reshape(emit.Transpose(split, order), emit.Concat([emit.Ints(-1), grown, rest], 0));
        Value crops = Paddings.Flat(op, 2);
        Value starts = emit.Slice(crops, [0], [blocks], [0]);
        Value ends = emit.Sub(grown, emit.Slice(crops, [blocks], [long.MaxValue], [0]));
        op.RawResult(0, emit.Slice(y, starts, ends, emit.Ints([.. Enumerable.Range(1, blocks).Select(axis => (long)axis)])));
    }
}
