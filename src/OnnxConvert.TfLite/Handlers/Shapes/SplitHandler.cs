using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>SPLIT → Split into equal parts. Inputs axis, tensor.</summary>
/// <remarks>Split: 2 → 11 → 13 (sizes as input) → 18 (num_outputs).</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Split, Restrictions = "the axis must be constant")]
[OpHandler(TfLiteOps.CustomDomain, "FlexSplit", Restrictions = "the axis must be constant")]
internal sealed class SplitHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        int axis = op.Axis(op.RequireInts(0, "the axis")[0], op.Rank(1));
        int parts = op.OutputCount;
        IReadOnlyList<Value> outputs;
        if (op.Shape(1)![axis].Size is { } size)
        {
            if (size % parts != 0)
                throw op.NotSupported($"a dimension of size {size} cannot be split into {parts} equal parts", op.Input(1));
            var sizes = new long[parts];
            Array.Fill(sizes, size / parts);
            outputs = op.Emit.Split(op.Raw(1), axis, sizes);
        }
        else
        {
            outputs = op.Emit.SplitEqually(op.Raw(1), axis, parts);
        }

        for (int i = 0; i < parts; i++)
            op.RawResult(i, outputs[i]);
    }
}
