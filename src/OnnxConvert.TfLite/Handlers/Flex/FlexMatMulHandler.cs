using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's MatMul → MatMul of matrices, either one transposed on request.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexMatMul")]
internal sealed class FlexMatMulHandler : IOpHandler
{
    public void Convert(OpContext op) =>
        op.Result(0, op.Emit.MatMul(Factor(op, 0, "transpose_a"), Factor(op, 1, "transpose_b")));

    private static Value Factor(OpContext op, int index, string transposed) =>
        op.Flag(transposed) ? op.Emit.Transpose(op.Real(index), 1, 0) : op.Real(index);
}
