using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>CALL → the nodes of the subgraph.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Call)]
internal sealed class CallHandler : IOpHandler
{
    public void Convert(OpContext op) => op.Inline(op.Subgraph("subgraph"));
}
