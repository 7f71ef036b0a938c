using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>Reductions over the axes in the second input, which may count from the back and name an axis twice.</summary>
internal static class Reductions
{
    /// <summary>The constant axes, counted from the front, each once, in rising order; empty when nothing is reduced, as of a scalar. Null when they are computed.</summary>
    internal static long[]? ConstantAxes(this OpContext op)
    {
        if (op.ConstantInts(1) is not { } axes)
            return null;
        int rank = op.Rank(0);
        return rank == 0 ? [] : [.. axes.Select(axis => (long)op.Axis(axis, rank)).Distinct().Order()];
    }

    /// <summary>Reduces a form of the first input.</summary>
    internal static Value Reduce(this OpContext op, string onnxOp, Value x)
    {
        bool keepDims = op.Flag("keep_dims");
        return op.ConstantAxes() is { } axes
            ? op.Emit.Reduce(onnxOp, x, axes, keepDims)
            : op.Emit.Reduce(onnxOp, x, op.Emit.Reshape(op.Declared(1), -1), keepDims);
    }
}
