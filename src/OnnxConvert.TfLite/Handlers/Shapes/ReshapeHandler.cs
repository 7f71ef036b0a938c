using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>RESHAPE → Reshape. The shape is the second input where it is a rank 1 tensor, else the option new_shape.</summary>
/// <remarks>
/// Files from before the second input write a scalar as new_shape [0]. A size 0 means 0, not "as the input" as in ONNX.
/// Reshape: 5 (shape as input) → 14 (allowzero).
/// </remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Reshape)]
[OpHandler(TfLiteOps.CustomDomain, "FlexReshape")]
internal sealed class ReshapeHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        if (op.InputType(0).IsComplex())
            op.ComplexResult(0, Reshape(op, op.Complex(0), [2]));
        else
            op.RawResult(0, Reshape(op, op.Raw(0), []));
    }

    /// <param name="op">The operator.</param>
    /// <param name="x">What to reshape.</param>
    /// <param name="inner">The sizes of dimensions that stay behind those of the shape.</param>
    private static Value Reshape(OpContext op, Value x, long[] inner)
    {
        if (op.HasInput(1) && op.ConstantInts(1) is null && op.Shape(1)?.Rank == 1)
            return op.Emit.Reshape(x, inner.Length == 0 ? op.Declared(1) : op.Emit.Concat([op.Emit.Cast(op.Declared(1), ElementType.Int64), op.Emit.Ints(inner)], 0));
        if (op.Constant(1)?.Rank != 1 && op.Node.Attributes.Ints("new_shape").IsEmpty && op.Sizes(0)?.Aggregate(1L, (count, size) => count * size) != 1)
            throw op.NotSupported("has no shape, neither as second input nor as option, which means a single number and only suits one; TFLite refuses it, too");
        long[] sizes = op.Constant(1)?.Rank == 1 ? op.RequireInts(1, "the shape") : [.. op.Node.Attributes.Ints("new_shape")];
        return op.Emit.Reshape(x, op.Constant(1) is null && sizes is [0] ? inner : [.. sizes, .. inner]);
    }
}
