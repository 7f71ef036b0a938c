using OnnxConvert.Extensibility;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>MEAN → ReduceMean; of integers ReduceSum, and Div by the count: the mean over axes.</summary>
/// <remarks>ReduceMean: 1 → 18 (axes as input). Dividing by one size after the other, always toward zero, is dividing by their product.</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Mean, Restrictions = "the axes are constant")]
internal sealed class MeanHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        long[] axes = op.Axes();
        bool keepDims = op.Flag("keep_dims");
        if (op.IsQuantized(0) || op.InputType(0).IsFloat())
            op.Result(0, op.Emit.Reduce("ReduceMean", op.Real(0), axes, keepDims));
        else
            op.Result(0, IntegerMean(op.Emit, op.Real(0), axes, keepDims));
    }

    /// <summary>The mean rounded toward zero, as TFLite has it; summed up in 64 bits.</summary>
    private static Value IntegerMean(Emitter emit, Value x, long[] axes, bool keepDims)
    {
        Value sum = emit.Reduce("ReduceSum", emit.Cast(x, ElementType.Int64), axes, keepDims);
        foreach (long axis in axes)
            sum = emit.Div(sum, emit.Squeeze(emit.Size(x, (int)axis), 0));
        return emit.Cast(sum, x.ElementType);
    }
}
