using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// TensorFlow's MaxPoolWithArgmax → MaxPool with indices. Input (N, H, W, C). The index of an element is (row · W + column) · C +
/// channel, and with include_batch_in_index also that of all earlier images.
/// </summary>
/// <remarks>ONNX's index is ((image · C + channel) · H + row) · W + column. MaxPool has int8 and uint8 since opset 12.</remarks>
[OpHandler(TfLiteOps.CustomDomain, "FlexMaxPoolWithArgmax", Restrictions = "computed sizes need opset 11")]
internal sealed class FlexMaxPoolWithArgmaxHandler : IOpHandler
{
    private const int Rank = 4;

    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        Value x = emit.ToChannelsFirst(op.Declared(0));
        (Value largest, Value indices) = emit.MaxPoolWithIndices(x, op.PoolWindow(Rank));
        op.DeclaredResult(0, emit.ToChannelsLast(largest));

        Value channels = emit.Length(x, 1);
        Value area = emit.Mul(emit.Length(x, 2), emit.Length(x, 3));
        Value withinImage = emit.Binary("Mod", emit.ToChannelsLast(indices), area);
        Value index = emit.Add(emit.Mul(withinImage, channels), emit.Indices(channels));
        if (op.Flag("include_batch_in_index"))
        {
            Value images = emit.Unsqueeze(emit.Indices(emit.Length(x, 0)), 1, 2, 3);
            index = emit.Add(index, emit.Mul(images, emit.Mul(area, channels)));
        }

        op.DeclaredResult(1, emit.Cast(index, op.OutputType(1)));
    }
}
