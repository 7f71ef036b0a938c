using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// TensorFlow's TensorListScatter → ScatterND: a list with what a tensor holds along its first dimension at given places.
/// Inputs tensor, indices, sizes of an item, and in the second version the number of items; -1, or none: as many as the largest index asks for.
/// </summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexTensorListScatter", MinOpset = 11)]
[OpHandler(TfLiteOps.CustomDomain, "FlexTensorListScatterV2", MinOpset = 11)]
internal sealed class TensorListScatterHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        Value items = op.Declared(0);
        Value indices = op.Indices(1);
        Value needed = TensorList.CountFor(emit, indices);
        Value count = op.HasInput(3) ? emit.Max(emit.Reshape(op.Indices(3), 1), needed) : needed;
        Value itemSizes = emit.Slice(emit.Shape(items), [1], [long.MaxValue], [0]);
        op.RawResult(0, emit.ScatterND(emit.Zeros(emit.Concat([count, itemSizes], 0), items.ElementType), emit.Unsqueeze(indices, 1), items));
    }
}
