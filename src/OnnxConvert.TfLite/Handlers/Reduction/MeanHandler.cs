using OnnxConvert.Extensibility;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>MEAN → ReduceMean; of integers ReduceSum, and Div by the count: the mean over axes.</summary>
/// <remarks>Computed axes of integers name each axis once. ReduceMean: 1 → 18 (axes as input).</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Mean, Restrictions = "computed axes need opset 13, and below 18 a known rank")]
[OpHandler(TfLiteOps.CustomDomain, "FlexMean", Restrictions = "computed axes need opset 13, and below 18 a known rank")]
internal sealed class MeanHandler : IOpHandler
{
    public void Convert(OpContext op) => op.Result(0, op.IsQuantized(0) || op.InputType(0).IsFloat()
        ? op.Reduce("ReduceMean", op.Real(0))
        : IntegerMean(op, op.Real(0)));

    /// <summary>The mean rounded toward zero, as TFLite has it; summed up in 64 bits.</summary>
    private static Value IntegerMean(OpContext op, Value x)
    {
        Value sum = op.Reduce("ReduceSum", op.Emit.Cast(x, ElementType.Int64));
        return op.Emit.Cast(op.Emit.Div(sum, Count(op, x)), x.ElementType);
    }

    /// <summary>The number of elements that become one.</summary>
    private static Value Count(OpContext op, Value x)
    {
        if (op.ConstantAxes() is not { } axes)
            return op.Emit.Reduce("ReduceProd", op.Emit.Gather(op.Emit.Shape(x), op.Emit.Reshape(op.Declared(1), -1), 0), [0L], keepDims: false);
        Value count = op.Emit.Const(1L);
        foreach (long axis in axes)
            count = op.Emit.Mul(count, op.Emit.Squeeze(op.Emit.Size(x, (int)axis), 0));
        return count;
    }
}
