using OnnxConvert.Extensibility;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>ZEROS_LIKE → Expand of 0: zeros in the shape of the input.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.ZerosLike)]
[OpHandler(TfLiteOps.CustomDomain, "FlexZerosLike")]
internal sealed class ZerosLikeHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Value zero = op.Emit.Const(0, op.OutputType(0));
        op.DeclaredResult(0, op.Emit.Expand(zero, op.Emit.Shape(op.Declared(0))));
    }
}
