using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's TensorListConcat → Reshape: the items of a list joined along their first dimension, and the size of each in it. Inputs list, and in the second version sizes of an item and sizes for items that are not set.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexTensorListConcat")]
[OpHandler(TfLiteOps.CustomDomain, "FlexTensorListConcatV2")]
internal sealed class TensorListConcatHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        Value list = op.List(0);
        if (list.Shape!.Rank < 2)
            throw op.NotSupported("its items are scalars, which have no dimension to join them along", op.Input(0));
        Value sizes = emit.Shape(list);
        Value joined = emit.Mul(emit.Slice(sizes, [0], [1], [0]), emit.Slice(sizes, [1], [2], [0]));
        op.DeclaredResult(0, emit.Reshape(list, emit.Concat([joined, emit.Slice(sizes, [2], [long.MaxValue], [0])], 0)));
        op.DeclaredResult(1, emit.Expand(emit.Slice(sizes, [1], [2], [0]), emit.Slice(sizes, [0], [1], [0])));
    }
}
