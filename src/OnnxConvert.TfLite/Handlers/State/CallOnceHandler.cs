using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>CALL_ONCE → the defaults of the states that its subgraph sets: it runs once, before everything else.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.CallOnce, Restrictions = "what the subgraph gives to variables must follow from constants")]
internal sealed class CallOnceHandler : IOpHandler
{
    public void Convert(OpContext op) => op.Initialize(op.Subgraph("init_subgraph_index"));
}
