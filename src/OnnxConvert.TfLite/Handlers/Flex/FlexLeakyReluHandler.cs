using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's LeakyRelu → LeakyRelu: negative elements times alpha, which is 0.2 where the file leaves it out.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexLeakyRelu")]
internal sealed class FlexLeakyReluHandler : IOpHandler
{
    public void Convert(OpContext op) =>
        op.Result(0, op.Emit.Unary("LeakyRelu", op.Real(0), new NodeAttribute("alpha", op.Node.Attributes.Float("alpha", 0.2f))));
}
