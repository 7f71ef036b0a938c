using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>LOGICAL_NOT → Not.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.LogicalNot)]
[OpHandler(TfLiteOps.CustomDomain, "FlexLogicalNot")]
internal sealed class LogicalNotHandler : IOpHandler
{
    public void Convert(OpContext op) => op.RawResult(0, op.Emit.Not(op.Raw(0)));
}
