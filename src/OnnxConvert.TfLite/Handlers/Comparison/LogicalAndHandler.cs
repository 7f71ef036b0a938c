using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>LOGICAL_AND → And.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.LogicalAnd)]
[OpHandler(TfLiteOps.CustomDomain, "FlexLogicalAnd")]
internal sealed class LogicalAndHandler : IOpHandler
{
    public void Convert(OpContext op) => op.RawResult(0, op.Emit.Binary("And", op.Raw(0), op.Raw(1)));
}
