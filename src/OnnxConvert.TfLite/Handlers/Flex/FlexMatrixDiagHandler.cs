using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// TensorFlow's MatrixDiag V2 and V3 → Gather of computed places. Inputs packed diagonals (..., diagonals, longest), the lowest
/// and highest diagonal, rows and columns of the result (-1: as few as hold the diagonals), padding.
/// </summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexMatrixDiagV2", MinOpset = 11)]
[OpHandler(TfLiteOps.CustomDomain, "FlexMatrixDiagV3", MinOpset = 11)]
internal sealed class FlexMatrixDiagHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Value packed = op.Declared(0);
        DiagonalBand band = DiagonalBand.Of(op, 1);
        (Value rows, Value columns) = Sides(op, band, op.Emit.Length(packed, op.Rank(0) - 1));
        (Value elements, Value covered) = band.Unpack(packed, op.Rank(0), rows, columns);
        op.DeclaredResult(0, op.Emit.Where(covered, elements, op.Declared(4)));
    }

    /// <summary>The number of rows and columns: a square where neither is given.</summary>
    private static (Value Rows, Value Columns) Sides(OpContext op, DiagonalBand band, Value length)
    {
        Emitter emit = op.Emit;
        Value zero = emit.Const(0L);
        Value rows = op.Index(2);
        Value columns = op.Index(3);
        Value fewestRows = emit.Sub(length, emit.Min(band.Upper, zero));
        Value fewestColumns = emit.Add(length, emit.Max(band.Lower, zero));
        Value noRows = emit.Compare("Less", rows, zero);
        Value noColumns = emit.Compare("Less", columns, zero);
        Value square = emit.Max(fewestRows, fewestColumns);
        Value rowsOrFewest = emit.Where(noRows, emit.Where(noColumns, square, fewestRows), rows);
        Value columnsOrFewest = emit.Where(noColumns, emit.Where(noRows, square, fewestColumns), columns);
        return (rowsOrFewest, columnsOrFewest);
    }
}
