using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's Softmax → Softmax along the last axis.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexSoftmax")]
internal sealed class FlexSoftmaxHandler : IOpHandler
{
    public void Convert(OpContext op) => op.Result(0, op.Emit.SoftmaxLast("Softmax", op.Real(0), op.Rank(0)));
}
