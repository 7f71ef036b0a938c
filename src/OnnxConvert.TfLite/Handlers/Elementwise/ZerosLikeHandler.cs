using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>ZEROS_LIKE → Expand of 0: zeros in the shape of the input, which may be a list (<see cref="TensorList"/>).</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.ZerosLike)]
[OpHandler(TfLiteOps.CustomDomain, "FlexZerosLike")]
[OpHandler(TfLiteOps.CustomDomain, "VariantZerosLike")]
internal sealed class ZerosLikeHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Value x = op.Declared(0);
        op.DeclaredResult(0, op.Emit.Expand(op.Emit.Const(0, x.ElementType), op.Emit.Shape(x)));
    }
}
