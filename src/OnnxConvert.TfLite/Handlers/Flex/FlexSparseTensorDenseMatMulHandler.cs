using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's SparseTensorDenseMatMul → ScatterND(add), MatMul. Inputs indices (n, 2), values (n) and sizes of the sparse matrix, the dense one; either may be transposed.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexSparseTensorDenseMatMul", MinOpset = 11, Restrictions = "below opset 16 sizes must be constant")]
internal sealed class FlexSparseTensorDenseMatMulHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        Value zeros = emit.Zeros(op.Indices(2), op.InputType(1));
        Value a = emit.ScatterND(zeros, op.Declared(0), op.Real(1), "add");
        Value b = op.Real(3);
        if (op.Flag("adjoint_a"))
            a = emit.Transpose(a, 1, 0);
        if (op.Flag("adjoint_b"))
            b = emit.Transpose(b, 1, 0);
        op.Result(0, emit.MatMul(a, b));
    }
}
