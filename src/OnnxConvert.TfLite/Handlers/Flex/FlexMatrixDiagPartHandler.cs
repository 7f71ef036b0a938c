using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// TensorFlow's MatrixDiagPart, V2 and V3 → Gather of computed places. Inputs matrices (..., m, n), the lowest and highest
/// diagonal, padding. Gives (..., diagonals, longest), the second dimension from behind only if there are several.
/// </summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexMatrixDiagPart", MinOpset = 11)]
[OpHandler(TfLiteOps.CustomDomain, "FlexBatchMatrixDiagPart", MinOpset = 11)]
[OpHandler(TfLiteOps.CustomDomain, "FlexMatrixDiagPartV2", MinOpset = 11)]
[OpHandler(TfLiteOps.CustomDomain, "FlexMatrixDiagPartV3", MinOpset = 11)]
internal sealed class FlexMatrixDiagPartHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        Value x = op.Declared(0);
        int rank = op.Rank(0);
        Value zero = emit.Const(0L);
        Value rows = emit.Length(x, rank - 2);
        Value columns = emit.Length(x, rank - 1);
        DiagonalBand band = DiagonalBand.Of(op, 1);
        Value length = band.MaxLength(rows, columns);

        Value d = emit.Sub(band.Upper, emit.Unsqueeze(emit.Indices(band.Count), 1));
        Value place = emit.Sub(emit.Indices(length), band.Offset(d, rows, columns, length));
        Value row = emit.Sub(place, emit.Min(d, zero));
        Value column = emit.Add(place, emit.Max(d, zero));
        Value inside = emit.And(emit.Compare("Less", row, rows), emit.Compare("Less", column, columns));
        inside = emit.And(inside, emit.Compare("GreaterOrEqual", place, zero));
        Value index = emit.Where(inside, emit.Add(emit.Mul(row, columns), column), zero);

        Value[] batch = emit.SizesBetween(x, 0, rank - 2);
        Value flat = emit.Reshape(x, emit.Concat([.. batch, emit.Ints(-1)], 0));
        Value padding = op.HasInput(2) ? op.Declared(2) : emit.Const(0, x.ElementType);
        Value packed = emit.Where(inside, emit.Gather(flat, index, rank - 2), padding);
        op.DeclaredResult(0, emit.Reshape(packed, emit.Concat([.. batch, .. band.PackedSizes(length)], 0)));
    }
}
