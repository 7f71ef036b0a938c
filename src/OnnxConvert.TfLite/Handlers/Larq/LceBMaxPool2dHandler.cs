using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>Larq's LceBMaxPool2d → MaxPool of signs (<see cref="BinaryTensor"/>). Input (N, H, W, words).</summary>
[OpHandler(TfLiteOps.CustomDomain, "LceBMaxPool2d", MinOpset = 11)]
internal sealed class LceBMaxPool2dHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        FlexMap options = op.OptionMap();
        Window window = op.Window(
            0,
            [op.RequireInt(options, "filter_height", 1), op.RequireInt(options, "filter_width", 1)],
            [op.RequireInt(options, "stride_height", 1), op.RequireInt(options, "stride_width", 1)],
            LarqOptions.PadsSame(op, options));
        Value largest = op.Emit.MaxPool(op.Emit.ToChannelsFirst(BinaryTensor.Signs(op, 0)), window);
        BinaryTensor.SetResult(op, 4, op.Emit.ToChannelsLast(largest));
    }
}
