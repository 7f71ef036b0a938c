using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's AsString → Cast: integers in decimal digits.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexAsString", Restrictions = "integers without a width")]
internal sealed class FlexAsStringHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        if (!op.InputType(0).IsInteger() || op.Node.Attributes.Int("width", -1) > 0)
            throw op.NotSupported("writes integers without a width; ONNX leaves open how other numbers are written", op.Input(0));
        op.DeclaredResult(0, op.Emit.Cast(op.Declared(0), ElementType.String));
    }
}
