using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorListSetItem → ScatterND: a list with one item replaced. Inputs list, index, item.</summary>
/// <remarks>TFLite lets the list grow up to the index, TensorFlow where it is asked to.</remarks>
[OpHandler(TfLiteOps.CustomDomain, "TensorListSetItem", MinOpset = 11)]
[OpHandler(TfLiteOps.CustomDomain, "FlexTensorListSetItem", MinOpset = 11)]
internal sealed class TensorListSetItemHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        Value item = op.Declared(2);
        Value list = TensorList.WithRoomFor(emit, op.List(0), item);
        Value index = emit.Reshape(op.Indices(1), 1);
        bool mayGrow = op.Node.OpType == "TensorListSetItem" || op.Flag("resize_if_index_out_of_bounds");
        if (mayGrow && !(op.ConstantInts(1) is [var known] && known < list.Shape![0].Size))
            list = TensorList.Lengthen(emit, list, emit.Max(emit.Sub(emit.Add(index, emit.Const(1L)), emit.Size(list, 0)), emit.Const(0L)));
        op.RawResult(0, emit.ScatterND(list, emit.Unsqueeze(index, 0), emit.Unsqueeze(item, 0)));
    }
}
