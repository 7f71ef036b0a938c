using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's OneHot → as ONE_HOT; the new axis is the last one where the file leaves it out.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexOneHot")]
internal sealed class FlexOneHotHandler : IOpHandler
{
    public void Convert(OpContext op) => OneHotHandler.Convert(op, op.Node.Attributes.Int("axis", -1));
}
