using System.Numerics;
using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>MEAN → ReduceMean; of integers ReduceSum, and Div by the count: the mean over axes.</summary>
/// <remarks>Computed axes of integers name each axis once. ReduceMean: 1 → 18 (axes as input).</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Mean, Restrictions = "computed axes need opset 13, and below 18 a known rank")]
[OpHandler(TfLiteOps.CustomDomain, "FlexMean", Restrictions = "computed axes need opset 13, and below 18 a known rank")]
internal sealed class MeanHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        // Where dimensions stay, as over images and in normalizations, TFLite's sets of kernels round each in its own way; and
        // over sequences (rank 3) the recorded results of whole models are nearer to the real mean.
        if (op.OutputType(0) is ElementType.Int8 or ElementType.UInt8 && !op.Flag("keep_dims") && op.Shape(0)?.Rank == 4 && KnownCount(op) is > 0 and { } count
            && op.StoredQuantization(0) is { IsPerTensor: true } x && op.StoredOutputQuantization(0) is { IsPerTensor: true } result)
        {
            FixedPointMean(op, x, result, count);
            return;
        }

        if (KnownCount(op) == 0)
        {
            OfNothing(op);
            return;
        }

        op.Result(0, op.IsQuantized(0) || op.InputType(0).IsFloat()
            ? op.Reduce("ReduceMean", op.Real(0))
            : IntegerMean(op, op.Real(0)));
    }

    /// <summary>The mean of no elements: NaN, or a stored 0.</summary>
    private static void OfNothing(OpContext op)
    {
        Value sum = op.Reduce("ReduceSum", op.Emit.Cast(op.Declared(0), op.InputType(0).IsFloat() ? ElementType.Float : ElementType.Int32));
        op.DeclaredResult(0, op.Emit.Cast(op.InputType(0).IsFloat() ? op.Emit.Div(sum, op.Emit.Const(0f)) : sum, op.OutputType(0)));
    }

    /// <summary>The sum times a multiplier of both scales and the count, rounded as the kernels do.</summary>
    private static void FixedPointMean(OpContext op, QuantizationParameters x, QuantizationParameters result, long count)
    {
        // The count goes into the multiplier of the scales, with as many bits as it has; the shift stays what it was.
        double scales = (double)x.Scale / result.Scale;
        double multiplier = scales / count;
        int shift = Math.Max(BitOperations.Log2((ulong)count) - (Math.ILogB(scales) + 1), 0);
        Value units = op.Emit.Dequantize(op.Raw(0), new QuantizationParameters((float)Math.ScaleB(multiplier, shift), x.ZeroPoint));
        op.RawResult(0, FixedPoint.Requantize(op.Emit, op.Reduce("ReduceSum", units), shift, result.ZeroPoint));
    }

    private static long? KnownCount(OpContext op)
    {
        if (op.ConstantAxes() is not { } axes || op.Shape(0) is not { } shape)
            return null;
        long? count = 1;
        foreach (long axis in axes)
            count *= shape[(int)axis].Size;
        return count;
    }

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
