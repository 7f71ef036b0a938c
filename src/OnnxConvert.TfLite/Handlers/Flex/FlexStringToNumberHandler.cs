using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's StringToNumber → Cast: the number that a string spells.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexStringToNumber")]
internal sealed class FlexStringToNumberHandler : IOpHandler
{
    public void Convert(OpContext op) => op.DeclaredResult(0, op.Emit.Cast(op.Declared(0), op.OutputType(0)));
}
