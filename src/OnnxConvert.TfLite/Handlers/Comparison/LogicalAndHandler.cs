using OnnxConvert.Extensibility;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>LOGICAL_AND → And.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.LogicalAnd)]
internal sealed class LogicalAndHandler : IOpHandler
{
    public void Convert(OpContext op) => op.RawResult(0, op.Emit.Binary("And", op.Raw(0), op.Raw(1)));
}
