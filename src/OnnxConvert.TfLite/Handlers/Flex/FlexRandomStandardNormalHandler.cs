using OnnxConvert.Extensibility;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's RandomStandardNormal → RandomNormalLike: normally distributed numbers in a given shape.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexRandomStandardNormal")]
internal sealed class FlexRandomStandardNormalHandler : IOpHandler
{
    public void Convert(OpContext op) => op.DeclaredResult(0, RandomNumbers.OfShape(op, "RandomNormalLike", 0, op.OutputType(0)));
}
