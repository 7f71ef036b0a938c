using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>BROADCAST_TO → Expand.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.BroadcastTo)]
[OpHandler(TfLiteOps.CustomDomain, "FlexBroadcastTo")]
internal sealed class BroadcastToHandler : IOpHandler
{
    public void Convert(OpContext op) => op.RawResult(0, op.Emit.Expand(op.Raw(0), op.Declared(1)));
}
