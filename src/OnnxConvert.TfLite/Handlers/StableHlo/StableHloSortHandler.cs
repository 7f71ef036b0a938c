using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// STABLEHLO_SORT → TopK and GatherElements, where the subgraph compares a number that it computes of one element of each tensor
/// with that of another; else its nodes, applied to all pairs, and ScatterElements: an element's place is the number of those
/// that come before it.
/// </summary>
/// <remarks>Equal elements keep their order in both forms, which a sort that is not stable may do as well.</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.StableHloSort, MinOpset = 11, Restrictions = "with subgraphs that do more than compare the same number of two elements, at most 1,024 are sorted at once")]
internal sealed class StableHloSortHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        if (op.OutputCount != op.InputCount)
            throw op.NotSupported($"has {op.InputCount} inputs and {op.OutputCount} outputs; there must be as many");
        int axis = op.Axis(op.Int("dimension"), op.Rank(0));
        Graph comparator = op.Subgraph("comparator_subgraph_index");
        if (comparator.Inputs.Count != 2 * op.InputCount || comparator.Outputs.Count != 1)
            throw op.NotSupported($"has a subgraph of {comparator.Inputs.Count} inputs and {comparator.Outputs.Count} outputs; needs two inputs for each tensor, and one output");
        if (SortKey.Of(comparator) is { } key)
            SortByKey(op, comparator, key, axis);
        else
            SortByPairs(op, comparator, axis);
    }

    private static void SortByKey(OpContext op, Graph comparator, SortKey key, int axis)
    {
        Value numbers = key.Tensor is { } tensor
            ? op.Declared(tensor)
            : op.Apply(comparator, [.. Enumerable.Range(0, comparator.Inputs.Count).Select(i => op.Declared(i / 2))], [key.Number])[0];
        bool isTotal = key.IsTotalOrder && FloatFormat.Of(numbers.ElementType) is not null;
        if (isTotal)
            numbers = FloatFormat.Of(numbers.ElementType)!.Order(op.Emit, numbers);
        (Value sorted, Value indices) = op.Emit.TopK(numbers, op.Emit.Size(numbers, axis), axis, largest: key.IsDescending);
        for (int i = 0; i < op.InputCount; i++)
        {
            if (i == key.Tensor && !isTotal)
                op.DeclaredResult(i, sorted);
            else
                op.RawResult(i, op.Emit.Node("GatherElements", [op.Raw(i), indices], new NodeAttribute("axis", (long)axis)));
        }
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
