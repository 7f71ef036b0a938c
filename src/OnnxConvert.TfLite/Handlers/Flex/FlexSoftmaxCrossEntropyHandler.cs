using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's SoftmaxCrossEntropyWithLogits → LogSoftmax, Mul, ReduceSum. Inputs logits and probabilities (batch, classes). Gives the loss (batch) and what the gradient starts from.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexSoftmaxCrossEntropyWithLogits")]
internal sealed class FlexSoftmaxCrossEntropyHandler : IOpHandler
{
    public void Convert(OpContext op) => Convert(op, op.Real(1));

    /// <summary>The loss, and the softmax less the probabilities.</summary>
    internal static void Convert(OpContext op, Value probabilities)
    {
        Emitter emit = op.Emit;
        Value logits = op.Real(0);
        Value products = emit.Mul(probabilities, emit.SoftmaxLast("LogSoftmax", logits, 2));
        op.Result(0, emit.Unary("Neg", emit.Reduce("ReduceSum", products, [1], keepDims: false)));
        if (op.OutputCount > 1)
            op.Result(1, emit.Sub(emit.SoftmaxLast("Softmax", logits, 2), probabilities));
    }
}
