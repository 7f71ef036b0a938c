using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorListGetItem → Gather: one item of a list. Inputs list, index, sizes of an item.</summary>
[OpHandler(TfLiteOps.CustomDomain, "TensorListGetItem")]
[OpHandler(TfLiteOps.CustomDomain, "FlexTensorListGetItem")]
internal sealed class TensorListGetItemHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Value list = TensorList.WithKnownSizes(op, op.List(0), shapeInput: 2);
        Value index = op.Declared(1);
        op.DeclaredResult(0, op.Emit.Gather(list, index.Shape is { Rank: 0 } ? index : op.Emit.Reshape(index), 0));
    }
}
