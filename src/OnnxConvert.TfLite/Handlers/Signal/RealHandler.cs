using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>REAL → Gather of the first of each pair.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Real)]
[OpHandler(TfLiteOps.CustomDomain, "FlexReal")]
internal sealed class RealHandler : IOpHandler
{
    public void Convert(OpContext op) => op.Result(0, op.Emit.RealPart(op.Complex(0), op.Rank(0)));
}
