using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>STABLEHLO_COMPOSITE → what a handler for the composite's name writes, or else the nodes of the subgraph that spells it out.</summary>
/// <remarks>Handlers for composites are registered with <see cref="TfLiteOps.CompositeDomain"/> and the composite's name.</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.StableHloComposite)]
internal sealed class StableHloCompositeHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        if (op.TryHandler(TfLiteOps.CompositeDomain, op.Text("name")))
            return;
        op.Inline(op.Subgraph("decomposition_subgraph_index"));
    }
}
