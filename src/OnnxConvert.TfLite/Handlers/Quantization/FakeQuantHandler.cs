using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>FAKE_QUANT → Clip, and Floor of steps: each element becomes the nearest of 2^num_bits numbers that lie evenly between min and max.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.FakeQuant)]
[OpHandler(TfLiteOps.CustomDomain, "FlexFakeQuantWithMinMaxArgs")]
internal sealed class FakeQuantHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        FakeQuantGrid grid = FakeQuantGrid.Of(op, [op.Float("min")], [op.Float("max")], op.Int("num_bits"), op.Flag("narrow_range"));
        op.Result(0, grid.Nearest(op.Emit, op.Real(0)));
    }
}
