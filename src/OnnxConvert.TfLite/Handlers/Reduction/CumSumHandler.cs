using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>CUMSUM → CumSum: the running sum along an axis.</summary>
/// <remarks>CumSum: 11 → 14 (bfloat16).</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.CumSum)]
[OpHandler(TfLiteOps.CustomDomain, "FlexCumsum")]
internal sealed class CumSumHandler : IOpHandler
{
    public void Convert(OpContext op) =>
        op.Result(0, op.Emit.CumSum(op.Real(0), op.Declared(1), op.Flag("exclusive"), op.Flag("reverse")));
}
