using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>MATRIX_SET_DIAG → Where: matrices (..., m, n) with their main diagonals replaced by vectors (..., min(m, n)).</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.MatrixSetDiag, Restrictions = "computed sizes need opset 11")]
[OpHandler(TfLiteOps.CustomDomain, "FlexMatrixSetDiag", Restrictions = "computed sizes need opset 11")]
[OpHandler(TfLiteOps.CustomDomain, "FlexBatchMatrixSetDiag", Restrictions = "computed sizes need opset 11")]
internal sealed class MatrixSetDiagHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        int rank = op.Rank(0);
        Value x = op.Declared(0);
        Value columns = op.Emit.Size(x, rank - 1);
        op.DeclaredResult(0, op.Emit.Where(Diagonal.Mask(op, op.Emit.Size(x, rank - 2), columns), op.Emit.Unsqueeze(Extend(op, op.Declared(1), columns), rank - 2), x));
    }

    /// <summary>The diagonal as long as a row: its elements stand in their columns, those behind are never looked at.</summary>
    private static Value Extend(OpContext op, Value diagonal, Value columns)
    {
        int rank = op.Rank(1);
        if (op.Sizes(0) is { } sizes && sizes[^2] >= sizes[^1])
            return diagonal;
        Value missing = op.Emit.Sub(columns, op.Emit.Size(diagonal, rank - 1));
        return op.Emit.Pad(diagonal, op.Emit.Concat([op.Emit.Ints(new long[(2 * rank) - 1]), missing], 0));
    }
}
