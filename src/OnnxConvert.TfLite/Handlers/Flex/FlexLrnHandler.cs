using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's LRN → as LOCAL_RESPONSE_NORMALIZATION.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexLRN")]
internal sealed class FlexLrnHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        NodeAttributes options = op.Node.Attributes;
        LocalResponseNormalizationHandler.Convert(op, options.Int("depth_radius", 5), options.Float("alpha", 1), options.Float("beta", 0.5f), options.Float("bias", 1));
    }
}
