using OnnxConvert.Extensibility;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's RandomUniform → RandomUniformLike: numbers from 0 to below 1 in a given shape.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexRandomUniform")]
internal sealed class FlexRandomUniformHandler : IOpHandler
{
    public void Convert(OpContext op) => op.DeclaredResult(0, RandomNumbers.OfShape(op, "RandomUniformLike", 0, op.OutputType(0)));
}
