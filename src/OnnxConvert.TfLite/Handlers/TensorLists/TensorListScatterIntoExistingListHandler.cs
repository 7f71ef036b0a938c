using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's TensorListScatterIntoExistingList → ScatterND: a list with some items replaced by what a tensor holds along its first dimension. Inputs list, tensor, indices.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexTensorListScatterIntoExistingList", MinOpset = 11)]
internal sealed class TensorListScatterIntoExistingListHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        Value items = op.Declared(1);
        Value indices = op.Indices(2);
        Value needed = TensorList.CountFor(emit, indices);
        Value list = op.List(0);
        list = TensorList.Lengthen(emit, list, emit.Max(emit.Sub(needed, emit.Size(list, 0)), emit.Const(0L)));
        op.RawResult(0, emit.ScatterND(list, emit.Unsqueeze(indices, 1), items));
    }
}
