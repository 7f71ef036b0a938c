using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// STABLEHLO_REDUCE_WINDOW → Pad, and a pool, or Gather and a reduction: the elements of each window, combined by a subgraph. Inputs
/// tensor, start value, which is also what the tensor is padded with and what is inserted between its elements.
/// </summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.StableHloReduceWindow, MinOpset = 11, Restrictions = "one tensor; the subgraph is a single addition, multiplication, maximum, minimum, or of bools and, or")]
internal sealed class StableHloReduceWindowHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        if (op.InputCount != 2)
            throw op.NotSupported("reduces several tensors at once; a separate operator for each would work");
        Graph body = op.Subgraph("body_subgraph_index");
        Reducer reducer = Reducer.Of(body)
            ?? throw op.NotSupported($"combines elements by subgraph '{body.Name}'; only a single addition, multiplication, maximum or minimum, or of bools and, or, has an ONNX form");
        int rank = op.Rank(0);
        var reduction = new WindowReduction(
            op.Ints("window_dimensions", rank, otherwise: 1),
            op.Ints("window_strides", rank, otherwise: 1),
            op.Ints("window_dilations", rank, otherwise: 1));
        long[] distances = op.Ints("base_dilations", rank, otherwise: 1);
        long[] padding = op.Ints("padding", 2 * rank, otherwise: 0);
        if (distances.Any(distance => distance < 1))
            throw op.NotSupported("base_dilations must be at least 1");

        Value x = op.Declared(0);
        Value start = op.Declared(1);
        bool isNeutral = reducer.IsNeutral(op, 1);
        if (isNeutral && RunningSum(op, reducer, x, reduction, distances, padding) is { } sum)
        {
            op.DeclaredResult(0, sum);
            return;
        }

        x = Spacing.Spread(op.Emit, x, [.. distances.Select(distance => distance - 1)], start);
        x = Spacing.PadOrCrop(op.Emit, x, Paddings.Column(padding, 0), Paddings.Column(padding, 1), start);
        Value y = reduction.Reduce(op, reducer, x);
        op.DeclaredResult(0, isNeutral ? y : reducer.Apply(op.Emit, start, y));
    }

    /// <summary>CumSum where windows as long as a dimension, padded on one side, give the sums up to each element; else null.</summary>
    private static Value? RunningSum(OpContext op, Reducer reducer, Value x, WindowReduction reduction, long[] distances, long[] padding)
    {
        int[] windowed = [.. Enumerable.Range(0, distances.Length).Where(axis => reduction.Window[axis] != 1)];
        bool isPlain = reducer == Reducer.Sum && windowed.Length == 1 && reduction.Strides.Concat(reduction.Dilations).Concat(distances).All(number => number == 1);
        if (!isPlain || x.Shape?[windowed[0]].Size != reduction.Window[windowed[0]])
            return null;
        int axis = windowed[0];
        long others = reduction.Window[axis] - 1;
        bool isForward = padding[2 * axis] == others;
        bool padsOneSide = padding.Sum() == others && padding.All(count => count == 0 || count == others) && (isForward || padding[(2 * axis) + 1] == others);
        return padsOneSide ? op.Emit.CumSum(x, op.Emit.Const((long)axis), exclusive: false, reverse: !isForward) : null;
    }
}
