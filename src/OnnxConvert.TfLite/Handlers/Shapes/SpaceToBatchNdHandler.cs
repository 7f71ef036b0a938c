using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>SPACE_TO_BATCH_ND → Pad, Reshape, Transpose, Reshape. Inputs tensor (N, spatial..., rest...), block sizes (m), paddings (m, 2).</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.SpaceToBatchNd, Restrictions = "the number of block sizes must be known; constant ones need known spatial sizes")]
[OpHandler(TfLiteOps.CustomDomain, "FlexSpaceToBatchND", Restrictions = "the number of block sizes must be known; constant ones need known spatial sizes")]
internal sealed class SpaceToBatchNdHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        if (op.ConstantInts(1) is not { } block || op.ConstantInts(2) is not { } paddings)
        {
            ConvertComputed(op, (int)op.Size(1, 0));
            return;
        }

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

    /// <summary>The same with computed block sizes and paddings.</summary>
    private static void ConvertComputed(OpContext op, int blocks)
    {
        Emitter emit = op.Emit;
        int rank = op.Rank(0);
        Value block = emit.Cast(op.Declared(1), ElementType.Int64);
        Value amounts = Paddings.Flat(op, 2);
        Value none = emit.Ints(0);
        Value nothing = emit.Ints(new long[rank - blocks - 1]);
        Value pads = emit.Concat([none, emit.Slice(amounts, [0], [blocks], [0]), nothing, none, emit.Slice(amounts, [blocks], [long.MaxValue], [0]), nothing], 0);
        Value padded = emit.Pad(op.Raw(0), pads, op.IsQuantized(0) && !op.IsDequantizing ? op.RawZero(0) : null);

        Value sizes = emit.Shape(padded);
        Value parts = emit.Div(emit.Slice(sizes, [1], [blocks + 1], [0]), block);
        Value rest = emit.Slice(sizes, [blocks + 1], [long.MaxValue], [0]);
        Value partsAndBlocks = emit.Reshape(emit.Concat([emit.Unsqueeze(parts, 1), emit.Unsqueeze(block, 1)], 1), -1);
        Value split = emit.Concat([emit.Size(padded, 0), partsAndBlocks, rest], 0);
        int[] order =
        [
            .. Enumerable.Range(0, blocks).Select(i => 2 + (2 * i)),
            0,
            .. Enumerable.Range(0, blocks).Select(i => 1 + (2 * i)),
            .. Enumerable.Range((2 * blocks) + 1, rank - blocks - 1),
        ];
        op.RawResult(0, emit.Reshape(emit.Transpose(emit.Reshape(padded, split), order), emit.Concat([emit.Ints(-1), parts, rest], 0)));
    }
}
