using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's StatelessRandomUniform: numbers from 0 to below 1.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexStatelessRandomUniform", MinOpset = 11, Restrictions = "float")]
internal sealed class FlexStatelessRandomUniformHandler() : StatelessRandomHandler(hasKey: false)
{
    protected override Value Numbers(OpContext op, StatelessBits bits, Value count) => Uniform(op, bits.Draw(op.Emit, count));
}
