using OnnxConvert.Extensibility;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>SPLIT_V → Split into parts of given sizes, one of which may be -1: what is left. Inputs tensor, sizes, axis.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.SplitV, Restrictions = "sizes and axis must be constant")]
[OpHandler(TfLiteOps.CustomDomain, "FlexSplitV", Restrictions = "sizes and axis must be constant")]
internal sealed class SplitVHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        long[] sizes = op.RequireInts(1, "the sizes");
        int axis = op.Axis(op.RequireInts(2, "the axis")[0], op.Rank(0));
        int rest = Array.IndexOf(sizes, -1);
        if (rest >= 0)
            sizes[rest] = op.Size(0, axis) - sizes.Where(size => size >= 0).Sum();
        IReadOnlyList<Value> outputs = op.Emit.Split(op.Raw(0), axis, sizes);
        for (int i = 0; i < outputs.Count; i++)
            op.RawResult(i, outputs[i]);
    }
}
