using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>IF → If: one of two subgraphs, with the inputs behind the condition.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.If)]
internal sealed class IfHandler : IOpHandler
{
    public void Convert(OpContext op) =>
        op.If(op.Raw(0), op.Subgraph("then_subgraph_index"), op.Subgraph("else_subgraph_index"), firstInput: 1);
}
