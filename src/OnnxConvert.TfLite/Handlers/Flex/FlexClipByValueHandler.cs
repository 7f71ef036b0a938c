using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's ClipByValue → Min and Max: not below the second input and not above the third.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexClipByValue")]
internal sealed class FlexClipByValueHandler : IOpHandler
{
    public void Convert(OpContext op) =>
        op.DeclaredResult(0, op.Emit.Max(op.Emit.Min(op.Declared(0), op.Declared(2)), op.Declared(1)));
}
