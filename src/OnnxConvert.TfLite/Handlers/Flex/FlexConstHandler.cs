using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's Const → a constant.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexConst")]
internal sealed class FlexConstHandler : IOpHandler
{
    public void Convert(OpContext op) => op.DeclaredResult(0, op.Node.Attributes.Find("value") is { Kind: AttributeKind.Tensor } value
        ? op.Emit.Const(value.Tensor)
        : throw op.NotSupported("has no contents"));
}
