using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's TensorScatterSub → ScatterND(add) of the negated updates.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexTensorScatterSub", MinOpset = 11, Restrictions = "below opset 16 sizes must be known")]
internal sealed class FlexTensorScatterSubHandler() : TensorScatterHandler("add")
{
    protected override Value Updates(OpContext op) => op.Emit.Unary("Neg", op.Declared(2));
}
