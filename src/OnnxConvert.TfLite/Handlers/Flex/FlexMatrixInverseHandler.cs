using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's MatrixInverse → Gauss-Jordan elimination in a Scan: the inverses of matrices (..., n, n), transposed with adjoint.</summary>
/// <remarks>A singular matrix is an error in TensorFlow; here it gives infinities or NaN.</remarks>
[OpHandler(TfLiteOps.CustomDomain, "FlexMatrixInverse")]
[OpHandler(TfLiteOps.CustomDomain, "FlexBatchMatrixInverse")]
internal sealed class FlexMatrixInverseHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        Value x = op.Real(0);
        int rank = op.Rank(0);
        Value a = emit.Reshape(x, emit.Concat([emit.Ints(-1), .. emit.SizesBetween(x, rank - 2, rank)], 0));
        Value unit = emit.Expand(LinearEquations.Identity(emit, a), emit.Shape(a));
        Value inverse = LinearEquations.Solve(emit, a, unit);
        if (op.Flag("adjoint"))
            inverse = emit.Transpose(inverse, 0, 2, 1);
        op.Result(0, emit.Reshape(inverse, emit.Shape(x)));
    }
}
