using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>PACK → Unsqueeze of each input, Concat: stacks along a new axis, which may be counted from the result's back.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Pack)]
[OpHandler(TfLiteOps.CustomDomain, "FlexPack")]
internal sealed class PackHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        int axis = op.Axis(op.Int("axis"), op.Rank(0) + 1);
        Value[] parts = [.. Enumerable.Range(0, op.InputCount).Select(i => op.Emit.Unsqueeze(op.Raw(i), axis))];
        op.RawResult(0, op.Emit.Concat(parts, axis));
    }
}
