using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's TensorListResize → Pad: a list with items that are not set added behind its own, or with its last ones cut off. Inputs list, number of items.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexTensorListResize", MinOpset = 11)]
internal sealed class TensorListResizeHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Value list = op.List(0);
        Value count = op.Emit.Reshape(op.Indices(1), 1);
        op.RawResult(0, TensorList.Lengthen(op.Emit, list, op.Emit.Sub(count, op.Emit.Size(list, 0))));
    }
}
