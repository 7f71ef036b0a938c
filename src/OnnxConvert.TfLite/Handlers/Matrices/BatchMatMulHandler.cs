using OnnxConvert.Extensibility;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>BATCH_MATMUL → MatMul; adj_x and adj_y transpose the last two dimensions of a factor.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.BatchMatMul)]
internal sealed class BatchMatMulHandler : IOpHandler
{
    public void Convert(OpContext op) =>
        op.Result(0, op.Emit.MatMul(Factor(op, 0, op.Flag("adj_x")), Factor(op, 1, op.Flag("adj_y"))));

    private static Value Factor(OpContext op, int index, bool adjoint)
    {
        if (!adjoint)
            return op.Weight(index);
        int rank = op.Rank(index);
        int[] swapped = [.. Enumerable.Range(0, rank - 2), rank - 1, rank - 2];
        return op.Weight(index, swapped);
    }
}
