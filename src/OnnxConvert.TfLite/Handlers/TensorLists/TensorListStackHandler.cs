using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorListStack → Identity: the items of a list along a new first dimension. Inputs list, sizes of an item.</summary>
[OpHandler(TfLiteOps.CustomDomain, "TensorListStack")]
[OpHandler(TfLiteOps.CustomDomain, "FlexTensorListStack")]
internal sealed class TensorListStackHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Value items = TensorList.WithKnownSizes(op, op.List(0), shapeInput: 1);
        // TFLite's own kernel takes items of one element in one dimension for scalars.
        bool isFlat = op.Node.OpType == "TensorListStack" && items.Shape is { Rank: 2 } shape && shape[1].Size == 1;
        op.DeclaredResult(0, isFlat ? op.Emit.Reshape(items, -1) : op.Emit.Identity(items));
    }
}
