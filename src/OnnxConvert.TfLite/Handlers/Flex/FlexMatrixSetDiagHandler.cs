using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's MatrixSetDiag V2 and V3 → Where. Inputs matrices (..., m, n), packed diagonals (..., diagonals, longest) that replace theirs, the lowest and highest diagonal.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexMatrixSetDiagV2", MinOpset = 11)]
[OpHandler(TfLiteOps.CustomDomain, "FlexMatrixSetDiagV3", MinOpset = 11)]
internal sealed class FlexMatrixSetDiagHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Value x = op.Declared(0);
        int rank = op.Rank(0);
        DiagonalBand band = DiagonalBand.Of(op, 2);
        (Value elements, Value covered) = band.Unpack(op.Declared(1), op.Rank(1), op.Emit.Length(x, rank - 2), op.Emit.Length(x, rank - 1));
        op.DeclaredResult(0, op.Emit.Where(covered, elements, x));
    }
}
