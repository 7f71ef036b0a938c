using OnnxConvert.Extensibility;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// STABLEHLO_SORT → TopK, and GatherElements of the other tensors, where the subgraph compares elements of one tensor; else its
/// nodes, applied to all pairs, and ScatterElements: an element's place is the number of those that come before it.
/// </summary>
/// <remarks>Equal elements keep their order in both forms, which a sort that is not stable may do as well.</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.StableHloSort, MinOpset = 11, Restrictions = "with other subgraphs than a single comparison, at most 1,024 elements are sorted at once")]
internal sealed class StableHloSortHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        if (op.OutputCount != op.InputCount)
            throw op.NotSupported($"has {op.InputCount} inputs and {op.OutputCount} outputs; there must be as many");
        int axis = op.Axis(op.Int("dimension"), op.Rank(0));
        Graph comparator = op.Subgraph("comparator_subgraph_index");
        if (SortKey.Of(comparator) is { } key && key.Tensor < op.InputCount)
            SortByKey(op, key, axis);
        else
            SortByPairs(op, comparator, axis);
    }

    private static void SortByKey(OpContext op, SortKey key, int axis)
    {
        Value x = op.Raw(key.Tensor);
        (Value values, Value indices) = op.Emit.TopK(x, op.Emit.Size(x, axis), axis, largest: key.IsDescending);
        for (int i = 0; i < op.InputCount; i++)
            op.RawResult(i, i == key.Tensor ? values : op.Emit.Node("GatherElements", [op.Raw(i), indices], new NodeAttribute("axis", (long)axis)));
    }

    private static void SortByPairs(OpContext op, Graph comparator, int axis)
    {
        Emitter emit = op.Emit;
        int size = (int)op.Size(0, axis);
        bool[] isEarlier = new bool[op.TableLength((long)size * size, "the table of pairs")];
        for (int i = 0; i < isEarlier.Length; i++)
            isEarlier[i] = i / size < i % size;

        var pairs = new Value[2 * op.InputCount];
        for (int i = 0; i < op.InputCount; i++)
        {
            // Dimension axis numbers the first element of a pair, the one behind it the second.
            pairs[2 * i] = emit.Unsqueeze(op.Declared(i), axis + 1);
            pairs[(2 * i) + 1] = emit.Unsqueeze(op.Declared(i), axis);
        }

        Value isLess = op.Apply(comparator, pairs)[0];
        int rank = op.Rank(0) + 1;
        int[] turned = [.. Enumerable.Range(0, rank).Select(i => i == axis ? axis + 1 : i == axis + 1 ? axis : i)];
        Value earlier = emit.Const(TensorData.Create<bool>(isEarlier, [size, size, .. Enumerable.Repeat(1L, rank - axis - 2)]), "earlier");
        Value isEqualAndEarlier = emit.Node("And", [earlier, emit.Not(emit.Transpose(isLess, turned))]);
        Value comesBefore = emit.Cast(emit.Node("Or", [isLess, isEqualAndEarlier]), ElementType.Int64);
        Value place = emit.Reduce("ReduceSum", comesBefore, [axis], keepDims: false);
        for (int i = 0; i < op.InputCount; i++)
            op.DeclaredResult(i, emit.Node("ScatterElements", [op.Declared(i), place, op.Declared(i)], new NodeAttribute("axis", (long)axis)));
    }
}
