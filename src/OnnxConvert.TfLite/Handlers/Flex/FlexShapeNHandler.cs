using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's ShapeN → Shape of each input, cast to the integer type of the result.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexShapeN")]
internal sealed class FlexShapeNHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        for (int i = 0; i < op.OutputCount; i++)
            op.DeclaredResult(i, op.Emit.Cast(op.Emit.Shape(op.Declared(i)), op.OutputType(i)));
    }
}
