using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's MatrixBandPart → Where: matrices (..., m, n) with zeros outside of so many diagonals below and above the main one; -1 keeps all.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexMatrixBandPart", Restrictions = "computed sizes need opset 11")]
[OpHandler(TfLiteOps.CustomDomain, "FlexBatchMatrixBandPart", Restrictions = "computed sizes need opset 11")]
internal sealed class FlexMatrixBandPartHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        Value x = op.Declared(0);
        int rank = op.Rank(0);
        Value row = emit.Unsqueeze(emit.Indices(emit.Length(x, rank - 2)), 1);
        Value column = emit.Unsqueeze(emit.Indices(emit.Length(x, rank - 1)), 0);
        Value kept = emit.And(Within(emit, emit.Sub(row, column), op.Index(1)), Within(emit, emit.Sub(column, row), op.Index(2)));
        op.DeclaredResult(0, emit.Where(kept, x, emit.Const(0, x.ElementType)));
    }

    private static Value Within(Emitter emit, Value distance, Value limit) =>
        emit.Node("Or", [emit.Compare("Less", limit, emit.Const(0L)), emit.Compare("LessOrEqual", distance, limit)]);
}
