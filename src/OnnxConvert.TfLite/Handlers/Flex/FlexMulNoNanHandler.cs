using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's MulNoNan → Mul and Where: the product, or 0 where the second factor is 0, whatever the first one is.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexMulNoNan")]
internal sealed class FlexMulNoNanHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Value factor = op.Real(1);
        Value zero = op.Emit.Const(0, factor.ElementType);
        op.Result(0, op.Emit.Where(op.Emit.Compare("Equal", factor, zero), zero, op.Emit.Mul(op.Real(0), factor)));
    }
}
