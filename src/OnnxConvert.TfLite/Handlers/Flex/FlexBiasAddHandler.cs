using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's BiasAdd → Add: a vector to the channels, which are the last dimension, or the second one with data_format NCHW.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexBiasAdd")]
[OpHandler(TfLiteOps.CustomDomain, "FlexBiasAddV1")]
internal sealed class FlexBiasAddHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Value bias = op.Real(1);
        if (op.Text("data_format").StartsWith("NC", StringComparison.Ordinal))
            bias = op.Emit.Unsqueeze(bias, [.. Enumerable.Range(1, op.Rank(0) - 2).Select(axis => (long)axis)]);
        op.Result(0, op.Emit.Add(op.Real(0), bias));
    }
}
