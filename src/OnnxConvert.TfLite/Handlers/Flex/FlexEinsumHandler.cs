using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's Einsum → Einsum: sums of products, as an equation says.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexEinsum", MinOpset = 12)]
internal sealed class FlexEinsumHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Value[] inputs = [.. Enumerable.Range(0, op.InputCount).Select(op.Real)];
        op.Result(0, op.Emit.Node("Einsum", inputs, new NodeAttribute("equation", op.Text("equation"))));
    }
}
