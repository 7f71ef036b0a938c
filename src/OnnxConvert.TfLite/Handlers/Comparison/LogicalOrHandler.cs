using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>LOGICAL_OR → Or.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.LogicalOr)]
[OpHandler(TfLiteOps.CustomDomain, "FlexLogicalOr")]
internal sealed class LogicalOrHandler : IOpHandler
{
    public void Convert(OpContext op) => op.RawResult(0, op.Emit.Binary("Or", op.Raw(0), op.Raw(1)));
}
