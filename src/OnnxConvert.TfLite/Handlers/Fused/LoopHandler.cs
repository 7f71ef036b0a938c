using OnnxConvert.Converting;
using OnnxConvert.TfLite.Rewriters;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>A WHILE with results that no round takes, which are stacked → Loop.</summary>
[OpHandler(TfLiteOps.FusedDomain, FusedOps.Loop)]
internal sealed class LoopHandler : IOpHandler
{
    public void Convert(OpContext op) => op.While(op.Subgraph("cond_subgraph_index"), op.Subgraph("body_subgraph_index"), (int)op.Int("stacked"));
}
