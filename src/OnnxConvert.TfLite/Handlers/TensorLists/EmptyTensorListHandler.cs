using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's EmptyTensorList → ConstantOfShape: a list without items. Inputs sizes of an item, the largest number of items, which limits nothing here.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexEmptyTensorList")]
internal sealed class EmptyTensorListHandler : IOpHandler
{
    public void Convert(OpContext op) => op.RawResult(0, TensorList.Create(op, op.Emit.Ints(0), (ElementType)op.Int("element_dtype"), shapeInput: 0));
}
