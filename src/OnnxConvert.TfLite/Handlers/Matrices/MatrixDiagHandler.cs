using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>MATRIX_DIAG → Where: vectors (..., n) become the main diagonals of matrices (..., n, n), with zeros elsewhere.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.MatrixDiag, Restrictions = "computed sizes need opset 11")]
[OpHandler(TfLiteOps.CustomDomain, "FlexMatrixDiag", Restrictions = "computed sizes need opset 11")]
[OpHandler(TfLiteOps.CustomDomain, "FlexBatchMatrixDiag", Restrictions = "computed sizes need opset 11")]
internal sealed class MatrixDiagHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        int rank = op.Rank(0);
        Value x = op.Declared(0);
        Value size = op.Emit.Size(x, rank - 1);
        op.DeclaredResult(0, op.Emit.Where(Diagonal.Mask(op, size, size), op.Emit.Unsqueeze(x, rank - 1), op.Emit.Const(0, x.ElementType)));
    }
}
