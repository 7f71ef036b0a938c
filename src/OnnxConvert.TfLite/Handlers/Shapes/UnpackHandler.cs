using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>UNPACK → Split, Squeeze of each part: takes a tensor apart along an axis.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Unpack)]
[OpHandler(TfLiteOps.CustomDomain, "FlexUnpack")]
internal sealed class UnpackHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        int axis = op.Axis(op.Int("axis"), op.Rank(0));
        var sizes = new long[op.OutputCount];
        Array.Fill(sizes, 1);
        IReadOnlyList<Value> parts = sizes.Length == 1 ? [op.Raw(0)] : op.Emit.Split(op.Raw(0), axis, sizes);
        for (int i = 0; i < parts.Count; i++)
            op.RawResult(i, op.Emit.Squeeze(parts[i], axis));
    }
}
