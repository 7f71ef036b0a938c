using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's Complex → Concat: complex numbers of their real and imaginary parts, which broadcast.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexComplex")]
internal sealed class FlexComplexHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Value real = op.Emit.Expand(op.Real(0), op.Emit.Shape(op.Real(1)));
        Value imaginary = op.Emit.Expand(op.Real(1), op.Emit.Shape(op.Real(0)));
        op.ComplexResult(0, op.Emit.Pairs(real, imaginary, Math.Max(op.Rank(0), op.Rank(1))));
    }
}
