using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's Empty → ConstantOfShape: a tensor of given sizes, whose elements are 0 where TensorFlow leaves them open.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexEmpty")]
internal sealed class FlexEmptyHandler : IOpHandler
{
    public void Convert(OpContext op) => op.DeclaredResult(0, op.Emit.Zeros(op.Indices(0), op.OutputType(0)));
}
