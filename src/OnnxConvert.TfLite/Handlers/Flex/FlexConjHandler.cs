using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's Conj → Mul: the imaginary part with the other sign.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexConj")]
internal sealed class FlexConjHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Value signs = op.Emit.Const(TensorData.Vector<float>(1, -1));
        op.ComplexResult(0, op.Emit.Mul(op.Complex(0), op.Emit.Cast(signs, op.Complex(0).ElementType)));
    }
}
