using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>LOG_SOFTMAX → LogSoftmax: the logarithm of Softmax along the last axis.</summary>
/// <remarks>LogSoftmax: 1 → 11 → 13 (along one axis; before, the input is flattened there).</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.LogSoftmax)]
[OpHandler(TfLiteOps.CustomDomain, "FlexLogSoftmax")]
internal sealed class LogSoftmaxHandler : IOpHandler
{
    public void Convert(OpContext op) => op.Result(0, op.Emit.SoftmaxLast("LogSoftmax", op.Real(0), op.Rank(0)));
}
