using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// STABLEHLO_REDUCE → ReduceSum, ReduceMax …, where the subgraph is a single such operator; else its nodes, applied to neighbours
/// until one element is left. Inputs tensors, then a start value for each; the outputs lack the dimensions <c>dimensions</c>.
/// </summary>
/// <remarks>The definition leaves open in which pairs elements are combined, but not their order.</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.StableHloReduce, Restrictions = "with several tensors or other subgraphs than a single reduction, the sizes of the reduced dimensions must be known")]
internal sealed class StableHloReduceHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        int count = op.InputCount / 2;
        int rank = op.Rank(0);
        long[] axes = [.. op.Ints("dimensions").Select(axis => (long)op.Axis(axis, rank)).Order()];
        Graph body = op.Subgraph("body_subgraph_index");
        if (count == 1 && Reducer.Of(body) is { } reducer)
        {
            Value y = op.Emit.Reduce(reducer.Reduction, op.Declared(0), axes, keepDims: false);
            op.DeclaredResult(0, reducer.IsNeutral(op, 1) ? y : reducer.Apply(op.Emit, op.Declared(1), y));
            return;
        }

        if (op.InputCount % 2 != 0 || count != op.OutputCount || body.Inputs.Count != op.InputCount || body.Outputs.Count != count)
            throw op.NotSupported($"has {op.InputCount} inputs, {op.OutputCount} outputs and a subgraph that takes {body.Inputs.Count} values; needs a tensor and a start value for each output");
        Value[] values = [.. Enumerable.Range(0, count).Select(op.Declared)];
        foreach (long axis in axes.Reverse())
            values = Fold(op, body, values, (int)axis);
        IReadOnlyList<Value> results = op.Apply(body, [.. Enumerable.Range(count, count).Select(op.Declared), .. values]);
        for (int i = 0; i < count; i++)
            op.DeclaredResult(i, results[i]);
    }

    /// <summary>Combines each element along a dimension with its neighbour, half as many remaining each time, and removes the dimension.</summary>
    private static Value[] Fold(OpContext op, Graph body, Value[] values, int axis)
    {
        Emitter emit = op.Emit;
        long size = values[0].Shape?[axis].Size ?? throw op.NotSupported($"the size of dimension {axis} must be known", op.Input(0));
        if (size == 0)
            throw op.NotSupported($"dimension {axis} has no elements to reduce", op.Input(0));
        while (size > 1)
        {
            long paired = size - (size % 2);
            Value[] even = [.. values.Select(value => emit.Slice(value, [0], [paired], [axis], [2]))];
            Value[] odd = [.. values.Select(value => emit.Slice(value, [1], [paired], [axis], [2]))];
            IReadOnlyList<Value> combined = op.Apply(body, [.. even, .. odd]);
            values = [.. combined.Select((value, i) => paired == size ? value : emit.Concat([value, emit.Slice(values[i], [paired], [size], [axis])], axis))];
            size = (size + 1) / 2;
        }

        return [.. values.Select(value => emit.Squeeze(value, axis))];
    }
}
