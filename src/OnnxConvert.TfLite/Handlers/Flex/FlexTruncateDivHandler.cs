using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's TruncateDiv → Div: the quotient of integers rounded toward 0.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexTruncateDiv")]
internal sealed class FlexTruncateDivHandler : IOpHandler
{
    public void Convert(OpContext op) => op.DeclaredResult(0, op.Emit.Div(op.Declared(0), op.Declared(1)));
}
