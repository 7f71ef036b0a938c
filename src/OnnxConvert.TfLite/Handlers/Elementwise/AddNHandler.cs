using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>ADD_N → Sum, or Adds of integers: the sum of tensors of one shape, or of the items of lists (<see cref="TensorList"/>).</summary>
/// <remarks>Sum: 8 (broadcasting) → 13 (bfloat16), real numbers only. TFLite does not define the order in which it adds.</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.AddN)]
[OpHandler(TfLiteOps.CustomDomain, "FlexAddN")]
[OpHandler(TfLiteOps.CustomDomain, "VariantAddN")]
internal sealed class AddNHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Value[] terms = [.. Enumerable.Range(0, op.InputCount).Select(op.Real)];
        op.Result(0, terms[0].ElementType.IsFloat() ? op.Emit.Node("Sum", terms) : terms.Aggregate(op.Emit.Add));
    }
}
