using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// STABLEHLO_GATHER → GatherND: boxes of the sizes <c>slice_sizes</c>, each at the place that an index vector gives for the
/// dimensions <c>start_index_map</c>. Inputs tensor, index vectors. A start is moved so that its box fits.
/// </summary>
/// <remarks>
/// Dimensions without an index start at 0: they are cut to size before, and stay behind those that GatherND picks from. Indexed
/// dimensions of which more than one element is taken get an index for each element.
/// </remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.StableHloGather, MinOpset = 11)]
internal sealed class StableHloGatherHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        int rank = op.Rank(0);
        int[] map = [.. op.Ints("start_index_map").Select(axis => op.Axis(axis, rank))];
        int[] collapsed = [.. op.Ints("collapsed_slice_dims").Select(axis => op.Axis(axis, rank))];
        long[] sizes = op.Ints("slice_sizes");
        if (sizes.Length != rank || map.Length == 0 || collapsed.Any(axis => sizes[axis] != 1))
            throw op.NotSupported($"needs indices, a slice size for each of {rank} dimensions, and 1 for those that are dropped");

        Value x = op.Raw(0);
        Value vectors = IndexVectors.Of(op, 1);
        int batchRank = (vectors.Shape ?? throw op.NotSupported("the rank must be known", op.Input(1))).Rank - 1;
        Value last = emit.Sub(emit.Gather(emit.Shape(x), emit.Ints([.. map.Select(axis => (long)axis)]), 0), emit.Ints([.. map.Select(axis => sizes[axis])]));
        vectors = emit.Min(emit.Max(vectors, emit.Const(0L)), last);
        int[] box = [.. Enumerable.Range(0, rank).Where(axis => map.Contains(axis) && !collapsed.Contains(axis))];
        Value indices = IndexVectors.AddBox(op, vectors, batchRank, [.. box.Select(axis => sizes[axis])], [.. box.Select(axis => Array.IndexOf(map, axis))], map.Length);

        int[] whole = [.. Enumerable.Range(0, rank).Where(axis => !map.Contains(axis))];
        Value gathered = emit.Node("GatherND", [emit.Transpose(Cut(op, x, whole, sizes), [.. map, .. whole]), indices]);
        long[] dropped = [.. Enumerable.Range(0, whole.Length).Where(i => collapsed.Contains(whole[i])).Select(i => (long)(batchRank + box.Length + i))];
        gathered = emit.Squeeze(gathered, dropped);
        int[] offsets = [.. box, .. whole.Except(collapsed)];
        op.RawResult(0, emit.Transpose(gathered, Order(op, batchRank, offsets)));
    }

    /// <summary>Cuts dimensions without an index to the size of the box.</summary>
    private static Value Cut(OpContext op, Value x, int[] whole, long[] sizes)
    {
        long[] cut = [.. whole.Where(axis => x.Shape?[axis].Size != sizes[axis]).Select(axis => (long)axis)];
        return cut.Length == 0 ? x : op.Emit.Slice(x, new long[cut.Length], [.. cut.Select(axis => sizes[axis])], cut);
    }

    /// <summary>From (batch..., dimensions of the box as listed) to the output, where the box's dimensions in rising order stand at <c>offset_dims</c>.</summary>
    private static int[] Order(OpContext op, int batchRank, int[] offsets)
    {
        int rank = batchRank + offsets.Length;
        long[] places = [.. op.Ints("offset_dims").Order()];
        if (places.Length != offsets.Length)
            throw op.NotSupported($"offset_dims has {places.Length} dimensions; the boxes have {offsets.Length}");
        int[] rising = [.. offsets.Order()];
        int batch = 0;
        var order = new int[rank];
        for (int axis = 0; axis < rank; axis++)
        {
            int offset = Array.IndexOf(places, axis);
            order[axis] = offset < 0 ? batch++ : batchRank + Array.IndexOf(offsets, rising[offset]);
        }

        return order;
    }
}
