using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's MatrixSolve → Gauss-Jordan elimination in a Scan: X of A · X = B, for A (..., n, n) and B (..., n, k); adjoint transposes A.</summary>
/// <remarks>A singular matrix is an error in TensorFlow; here it gives infinities or NaN.</remarks>
[OpHandler(TfLiteOps.CustomDomain, "FlexMatrixSolve")]
[OpHandler(TfLiteOps.CustomDomain, "FlexBatchMatrixSolve")]
internal sealed class FlexMatrixSolveHandler : IOpHandler
{
    public void Convert(OpContext op) => op.Result(0, Solve(op, op.Real(0)));

    /// <summary>X for a given A; B is the second input.</summary>
    internal static Value Solve(OpContext op, Value matrices)
    {
        Emitter emit = op.Emit;
        int rank = op.Rank(0);
        Value a = Flat(emit, matrices, rank);
        if (op.Flag("adjoint"))
            a = emit.Transpose(a, 0, 2, 1);
        Value x = LinearEquations.Solve(emit, a, Flat(emit, op.Real(1), rank));
        return emit.Reshape(x, emit.Shape(op.Real(1)));
    }

    private static Value Flat(Emitter emit, Value matrices, int rank) =>
        emit.Reshape(matrices, emit.Concat([emit.Ints(-1), .. emit.SizesBetween(matrices, rank - 2, rank)], 0));
}
