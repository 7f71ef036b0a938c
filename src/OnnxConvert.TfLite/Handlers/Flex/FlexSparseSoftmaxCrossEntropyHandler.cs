using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's SparseSoftmaxCrossEntropyWithLogits → as SoftmaxCrossEntropyWithLogits, for the number of one class (batch).</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexSparseSoftmaxCrossEntropyWithLogits", Restrictions = "a computed number of classes needs opset 11")]
internal sealed class FlexSparseSoftmaxCrossEntropyHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        Value logits = op.Real(0);
        Value isClass = emit.Compare("Equal", emit.Unsqueeze(op.Indices(1), 1), emit.Unsqueeze(emit.Indices(emit.Length(logits, 1)), 0));
        FlexSoftmaxCrossEntropyHandler.Convert(op, emit.Cast(isClass, logits.ElementType));
    }
}
