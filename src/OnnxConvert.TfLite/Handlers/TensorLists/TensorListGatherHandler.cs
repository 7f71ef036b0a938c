using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's TensorListGather → Gather: some items of a list along a new first dimension. Inputs list, indices, sizes of an item.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexTensorListGather")]
internal sealed class TensorListGatherHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Value list = TensorList.WithKnownSizes(op, op.List(0), shapeInput: 2);
        op.DeclaredResult(0, op.Emit.Gather(list, op.Declared(1), 0));
    }
}
