using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's StatelessRandomUniformV2: numbers from 0 to below 1.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexStatelessRandomUniformV2", MinOpset = 11, Restrictions = "float")]
internal sealed class FlexStatelessRandomUniformV2Handler() : StatelessRandomHandler(hasKey: true)
{
    protected override Value Numbers(OpContext op, StatelessBits bits, Value count) => Uniform(op, bits.Draw(op.Emit, count));
}
