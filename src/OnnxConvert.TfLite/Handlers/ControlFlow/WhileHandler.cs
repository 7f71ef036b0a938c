using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>WHILE → Loop: a subgraph runs on its own results while another one gives true for them.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.While)]
internal sealed class WhileHandler : IOpHandler
{
    public void Convert(OpContext op) => op.While(op.Subgraph("cond_subgraph_index"), op.Subgraph("body_subgraph_index"));
}
