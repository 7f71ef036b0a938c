using OnnxConvert.Extensibility;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>SPLIT → Split into equal parts. Inputs axis, tensor.</summary>
/// <remarks>Split: 2 → 11 → 13 (sizes as input) → 18 (num_outputs).</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Split, Restrictions = "the axis must be constant, the size along it known")]
[OpHandler(TfLiteOps.CustomDomain, "FlexSplit", Restrictions = "the axis must be constant, the size along it known")]
internal sealed class SplitHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        int axis = op.Axis(op.RequireInts(0, "the axis")[0], op.Rank(1));
        long size = op.Size(1, axis);
        int parts = op.OutputCount;
        if (size % parts != 0)
            throw op.NotSupported($"a dimension of size {size} cannot be split into {parts} equal parts", op.Input(1));
        var sizes = new long[parts];
        Array.Fill(sizes, size / parts);
        IReadOnlyList<Value> outputs = op.Emit.Split(op.Raw(1), axis, sizes);
        for (int i = 0; i < parts; i++)
            op.RawResult(i, outputs[i]);
    }
}
