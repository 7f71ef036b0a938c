using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>ROUND → Round: the nearest integer, halves to the even one.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Round)]
[OpHandler(TfLiteOps.CustomDomain, "FlexRound")]
internal sealed class RoundHandler : IOpHandler
{
    public void Convert(OpContext op) => op.Result(0, op.Emit.Round(op.Real(0)));
}
