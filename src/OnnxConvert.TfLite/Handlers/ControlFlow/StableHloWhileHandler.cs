using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>STABLEHLO_WHILE → Loop, as WHILE.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.StableHloWhile)]
internal sealed class StableHloWhileHandler : IOpHandler
{
    public void Convert(OpContext op) => op.While(op.Subgraph("cond_subgraph_index"), op.Subgraph("body_subgraph_index"));
}
