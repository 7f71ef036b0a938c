using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorListPushBack → Concat: a list with one item more. Inputs list, item.</summary>
[OpHandler(TfLiteOps.CustomDomain, "TensorListPushBack")]
[OpHandler(TfLiteOps.CustomDomain, "FlexTensorListPushBack")]
internal sealed class TensorListPushBackHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Value item = op.Declared(1);
        Value list = TensorList.WithRoomFor(op.Emit, op.List(0), item);
        op.RawResult(0, op.Emit.Concat([list, op.Emit.Unsqueeze(item, 0)], 0));
    }
}
