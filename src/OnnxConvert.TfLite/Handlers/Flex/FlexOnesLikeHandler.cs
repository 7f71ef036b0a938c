using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's OnesLike → Expand: ones in the shape of a tensor.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexOnesLike")]
internal sealed class FlexOnesLikeHandler : IOpHandler
{
    public void Convert(OpContext op) =>
        op.DeclaredResult(0, op.Emit.Expand(op.Emit.Const(1, op.OutputType(0)), op.Emit.Shape(op.Declared(0))));
}
