using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's MatrixTriangularSolve → as MatrixSolve, of one triangle of the matrix.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexMatrixTriangularSolve", Restrictions = "computed sizes need opset 11; batch dimensions do not broadcast")]
[OpHandler(TfLiteOps.CustomDomain, "FlexBatchMatrixTriangularSolve", Restrictions = "computed sizes need opset 11; batch dimensions do not broadcast")]
internal sealed class FlexMatrixTriangularSolveHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        Value a = op.Real(0);
        int rank = op.Rank(0);
        if (rank != op.Rank(1))
            throw op.NotSupported("broadcasts its matrices; with the same batch dimensions on both sides it would work", op.Input(1));
        Value row = emit.Unsqueeze(emit.Indices(emit.Length(a, rank - 2)), 1);
        Value column = emit.Unsqueeze(emit.Indices(emit.Length(a, rank - 1)), 0);
        Value kept = op.Node.Attributes.Int("lower", 1) != 0 ? emit.Compare("LessOrEqual", column, row) : emit.Compare("LessOrEqual", row, column);
        op.Result(0, FlexMatrixSolveHandler.Solve(op, emit.Where(kept, a, emit.Const(0, a.ElementType))));
    }
}
