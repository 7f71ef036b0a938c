using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's LogMatrixDeterminant → Det, Sign and Log: the sign of the determinant, and the logarithm of its size.</summary>
/// <remarks>The determinant itself is computed on the way, so that very large and very small ones are lost.</remarks>
[OpHandler(TfLiteOps.CustomDomain, "FlexLogMatrixDeterminant", MinOpset = 11)]
internal sealed class FlexLogMatrixDeterminantHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Value determinant = op.Emit.Unary("Det", op.Real(0));
        op.Result(0, op.Emit.Unary("Sign", determinant));
        op.Result(1, op.Emit.Unary("Log", op.Emit.Unary("Abs", determinant)));
    }
}
