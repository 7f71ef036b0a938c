using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's DepthwiseConv2dNative → Conv with a group for each channel. Input (N, H, W, C), filter (kh, kw, C, m).</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexDepthwiseConv2dNative", Restrictions = "the sizes of the filter must be known")]
internal sealed class FlexDepthwiseConv2dNativeHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        long height = op.Size(1, 0);
        long width = op.Size(1, 1);
        long channels = op.Size(1, 2);
        Value x = op.ToChannelsFirst(op.Real(0), 4);
        // Result channel c · m + i is channel c by filter i.
        Value w = op.Emit.Reshape(op.Emit.Transpose(op.Real(1), 2, 3, 0, 1), channels * op.Size(1, 3), 1, height, width);
        Value y = op.Emit.Conv(x, w, null, op.FlexWindow([height, width], 4), channels);
        op.Result(0, op.FromChannelsFirst(y, 4));
    }
}
