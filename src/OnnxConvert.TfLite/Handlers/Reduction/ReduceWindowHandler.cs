using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>REDUCE_WINDOW → a pool, or Gather and a reduction: the elements of each window, combined with a start value. Inputs tensor, start value, window sizes, strides, dilations.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.ReduceWindow, Restrictions = "window sizes, strides and dilations must be constant")]
internal sealed class ReduceWindowHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Reducer reducer = op.Int("reduce_function") switch
        {
            1 => Reducer.Sum,
            2 => Reducer.Product,
            3 or 5 => Reducer.Smallest,
            4 or 6 => Reducer.Largest,
            var other => throw op.NotSupported($"reduce_function {other} is not known"),
        };
        var reduction = new WindowReduction(op.RequireInts(2, "the window"), op.RequireInts(3, "the list of strides"), op.RequireInts(4, "the list of dilations"));
        int rank = op.Rank(0);
        if (reduction.Window.Length != rank || reduction.Strides.Length != rank || reduction.Dilations.Length != rank)
            throw op.NotSupported($"needs a window size, a stride and a dilation for each of {rank} dimensions");
        Value y = reduction.Reduce(op, reducer, op.Declared(0));
        op.DeclaredResult(0, reducer.IsNeutral(op, 1) ? y : reducer.Apply(op.Emit, op.Declared(1), y));
    }
}
