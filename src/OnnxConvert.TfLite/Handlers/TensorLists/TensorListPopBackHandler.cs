using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorListPopBack → Slice, Gather: a list without its last item, and that item. Inputs list, sizes of an item.</summary>
[OpHandler(TfLiteOps.CustomDomain, "TensorListPopBack", MinOpset = 11)]
[OpHandler(TfLiteOps.CustomDomain, "FlexTensorListPopBack", MinOpset = 11)]
internal sealed class TensorListPopBackHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Value list = TensorList.WithKnownSizes(op, op.List(0), shapeInput: 1);
        op.RawResult(0, op.Emit.Slice(list, [0], [-1], [0]));
        op.DeclaredResult(1, op.Emit.Gather(list, op.Emit.Const(-1L), 0));
    }
}
