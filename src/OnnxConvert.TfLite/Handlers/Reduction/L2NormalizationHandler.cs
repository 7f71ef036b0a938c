using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>L2_NORMALIZATION → ReduceL2, Max and Div: each vector along the last axis over its length, which counts as 10^-6 at least.</summary>
/// <remarks>LpNormalization has no lower bound for the length. A quantized output has scale 1/128, which takes all results in.</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.L2Normalization)]
internal sealed class L2NormalizationHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Value x = op.Real(0);
        Value length = op.Emit.Reduce("ReduceL2", x, [op.Rank(0) - 1], keepDims: true);
        Value quotient = op.Emit.Div(x, op.Emit.Max(length, op.Emit.Const(1e-6, x.ElementType)));
        op.BoundedResult(0, op.Emit.Clip(quotient, op.Activation()));
    }
}
