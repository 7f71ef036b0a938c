using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// STABLEHLO_SCATTER → ScatterND: a tensor with boxes of it replaced by, or combined with, updates. Inputs tensor, index vectors,
/// updates; an index vector gives the place of a box in the dimensions <c>scatter_dims_to_operand_dims</c>.
/// </summary>
/// <remarks>
/// Elements that would come to lie outside are left out, each by itself: they go to one more slot, which is cut off again. The
/// dimensions that are indexed are one in ScatterND, those that a box covers whole stay behind it.
/// </remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.StableHloScatter, MinOpset = 11, Restrictions = "one tensor of known sizes; updates replace, add, multiply, or take the larger or smaller")]
internal sealed class StableHloScatterHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        string reduction = Reduction(op);
        bool moves = reduction == "none";
        Value y = Scatter(op, moves ? op.Stored(0, 0, 2) : op.Declared(0), moves ? op.Stored(2, 0, 2) : op.Declared(2), reduction);
        if (moves)
            op.StoredResult(0, y, 0, 2);
        else
            op.DeclaredResult(0, y);
    }

    /// <summary>How the subgraph makes a new element of the old one and an update, as ScatterND names it.</summary>
    private static string Reduction(OpContext op)
    {
        if (op.InputCount != 3)
            throw op.NotSupported("changes several tensors at once; a separate operator for each would work");
        Graph body = op.Subgraph("update_computation_subgraph_index");
        if (body.NodeCount == 0 && body.Inputs.Count == 2 && body.Outputs is [{ } result] && result == body.Inputs[1])
            return "none";
        return Reducer.Of(body)?.Scatter
            ?? throw op.NotSupported($"combines elements by subgraph '{body.Name}'; only one that takes the update, or is a single addition, multiplication, maximum or minimum, has an ONNX form");
    }

    private static Value Scatter(OpContext op, Value x, Value updates, string reduction)
    {
        Emitter emit = op.Emit;
        long[] sizes = op.Sizes(0) ?? throw op.NotSupported("the sizes must be known", op.Input(0));
        var box = new ScatteredBox(op, sizes);
        Value vectors = IndexVectors.Of(op, 1);
        int batchRank = (vectors.Shape ?? throw op.NotSupported("the rank must be known", op.Input(1))).Rank - 1;
        if (box.Indexed.Length > box.MappedCount)
            vectors = emit.Pad(vectors, new long[batchRank + 1], [.. new long[batchRank], box.Indexed.Length - box.MappedCount]);
        Value places = IndexVectors.AddBox(op, vectors, batchRank, box.Sizes, box.Numbers, box.Indexed.Length);

        long[] indexedSizes = [.. box.Indexed.Select(axis => sizes[axis])];
        long[] wholeSizes = [.. box.Whole.Select(axis => sizes[axis])];
        long count = indexedSizes.Aggregate(1L, (product, size) => checked(product * size));
        Value rows = emit.Reshape(emit.Transpose(x, [.. box.Indexed, .. box.Whole]), [count, .. wholeSizes]);
        Value extended = emit.Concat([rows, emit.Zeros(emit.Ints([1, .. wholeSizes]), x.ElementType)], 0);
        Value scattered = emit.ScatterND(extended, Linear(emit, places, indexedSizes, count), emit.Transpose(updates, box.UpdateOrder), reduction);
        Value y = emit.Reshape(emit.Slice(scattered, [0], [count], [0]), [.. indexedSizes, .. wholeSizes]);
        int[] order = [.. box.Indexed, .. box.Whole];
        return emit.Transpose(y, [.. Enumerable.Range(0, order.Length).Select(axis => Array.IndexOf(order, axis))]);
    }

    /// <summary>Index vectors as single numbers, (..., 1); where one of them lies outside, the number behind the last.</summary>
    private static Value Linear(Emitter emit, Value places, long[] sizes, long count)
    {
        var strides = new long[sizes.Length];
        long stride = 1;
        for (int axis = sizes.Length - 1; axis >= 0; axis--)
        {
            strides[axis] = stride;
            stride *= sizes[axis];
        }

        Value isInside = emit.Node("And", [emit.Compare("GreaterOrEqual", places, emit.Const(0L)), emit.Compare("Less", places, emit.Ints(sizes))]);
        Value parts = emit.Where(isInside, emit.Mul(places, emit.Ints(strides)), emit.Const(count));
        return emit.Min(emit.Reduce("ReduceSum", parts, [-1], keepDims: true), emit.Const(count));
    }
}
