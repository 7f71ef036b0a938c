using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's FakeQuantWithMinMaxVars → as FAKE_QUANT, with the ends as inputs: numbers, or one of each for the last dimension's channels.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexFakeQuantWithMinMaxVars", Restrictions = "constant ends")]
[OpHandler(TfLiteOps.CustomDomain, "FlexFakeQuantWithMinMaxVarsPerChannel", Restrictions = "constant ends")]
internal sealed class FlexFakeQuantWithMinMaxVarsHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        FakeQuantGrid grid = FakeQuantGrid.Of(op, End(op, 1), End(op, 2), op.Node.Attributes.Int("num_bits", 8), op.Flag("narrow_range"));
        op.Result(0, grid.Nearest(op.Emit, op.Real(0)));
    }

    private static ReadOnlySpan<float> End(OpContext op, int input) => op.Constant(input) is { ElementType: ElementType.Float } data
        ? data.AsSpan<float>()
        : throw op.NotSupported("the ends of the range must be constant; freeze the model's variables before it is converted to TFLite", op.Input(input));
}
