using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's Size → Size: the number of elements.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexSize")]
internal sealed class FlexSizeHandler : IOpHandler
{
    public void Convert(OpContext op) => op.DeclaredResult(0, op.Emit.Cast(op.Emit.Node("Size", [op.Declared(0)]), op.OutputType(0)));
}
