using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's TensorListSplit → Reshape: the list of equal parts of a tensor along its first dimension. Inputs tensor, sizes of an item, lengths of the parts.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexTensorListSplit", Restrictions = "constant lengths, all of them equal")]
internal sealed class TensorListSplitHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        long[] lengths = op.RequireInts(2, "the lengths of the parts");
        if (lengths.Length == 0 || lengths.Any(length => length != lengths[0]))
            throw op.NotSupported($"splits into parts of lengths {string.Join(", ", lengths)}; the items of a list must have one shape here", op.Input(2));
        Value x = op.Declared(0);
        Value itemSizes = op.Emit.Slice(op.Emit.Shape(x), [1], [long.MaxValue], [0]);
        op.RawResult(0, op.Emit.Reshape(x, op.Emit.Concat([op.Emit.Ints(lengths.Length, lengths[0]), itemSizes], 0)));
    }
}
