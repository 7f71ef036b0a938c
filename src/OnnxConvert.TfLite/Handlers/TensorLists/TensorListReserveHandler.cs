using OnnxConvert.Converting;
using OnnxConvert.Ir;
using OnnxConvert.TfLite.Reading;
using FlatType = OnnxConvert.TfLite.Schema.TensorType;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorListReserve → ConstantOfShape: a list of a number of items that are not set yet. Inputs sizes of an item, number of items.</summary>
[OpHandler(TfLiteOps.CustomDomain, "TensorListReserve")]
[OpHandler(TfLiteOps.CustomDomain, "FlexTensorListReserve")]
internal sealed class TensorListReserveHandler : IOpHandler
{
    public void Convert(OpContext op) =>
        op.RawResult(0, TensorList.Create(op, op.Emit.Reshape(op.Indices(1), 1), ItemType(op), shapeInput: 0));

    /// <summary>TensorFlow has an attribute for it; TFLite's options are the number of the type in its schema.</summary>
    private static ElementType ItemType(OpContext op)
    {
        if (op.Node.Attributes.Find("custom_options") is not { StringBytes: { Length: > 0 } bytes })
            return (ElementType)op.Int("element_dtype");
        return TensorTypes.ToElementType((FlatType)bytes.Span[0]);
    }
}
