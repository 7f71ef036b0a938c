using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>BATCH_MATMUL → MatMul; adj_x and adj_y transpose the last two dimensions of a factor.</summary>
/// <remarks>
/// The int8 kernel rounds twice: the product of accumulator and multiplier to an integer, and that, shifted right, again.
/// Attention layers amplify the difference, so the first rounding is written out (see <see cref="FixedPoint"/>).
/// </remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.BatchMatMul)]
[OpHandler(TfLiteOps.CustomDomain, "FlexBatchMatMul")]
[OpHandler(TfLiteOps.CustomDomain, "FlexBatchMatMulV2")]
[OpHandler(TfLiteOps.CustomDomain, "FlexBatchMatMulV3")]
internal sealed class BatchMatMulHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        if (op.OutputType(0) == ElementType.Int8 && FixedPoint.Product(op, (a, b) => op.Emit.MatMul(Adjoint(op, 0, a), Adjoint(op, 1, b))) is { } stored)
        {
            op.RawResult(0, stored);
            return;
        }

        // The kernel for int32 adds up the products of the bytes as they are stored, whatever their scales and zero points say.
        if (op.OutputType(0) == ElementType.Int32)
        {
            Value a = op.Emit.Cast(op.Declared(0), ElementType.Int32);
            Value b = op.Emit.Cast(op.Declared(1), ElementType.Int32);
            op.DeclaredResult(0, op.Emit.MatMul(Adjoint(op, 0, a), Adjoint(op, 1, b)));
            return;
        }

        if (op.IsQuantized(0) && op.Input(1).Quantization is { IsPerTensor: false })
            op.Remark("TFLite's integer kernel reads no scales per channel and gives zeros; the scales are honoured here");
        op.Result(0, op.Emit.MatMul(Adjoint(op, 0, op.Weight(0)), Adjoint(op, 1, op.Weight(1))));
    }

    private static Value Adjoint(OpContext op, int index, Value factor)
    {
        if (!op.Flag(index == 0 ? "adj_x" : "adj_y"))
            return factor;
        int rank = op.Rank(index);
        return op.Emit.Transpose(factor, [.. Enumerable.Range(0, rank - 2), rank - 1, rank - 2]);
    }
}
