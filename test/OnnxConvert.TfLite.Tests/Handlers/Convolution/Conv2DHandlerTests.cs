using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

internal sealed class Conv2DHandlerTests
{
    [TestCase(13)]
    [TestCase(18)]
    public void Padding_SAME_goes_with_an_open_batch(int opset)
    {
        var source = new SourceBuilder(TfLiteOps.Conv2D)
            .Input<float>([1, 2, 3, 4, 10, 20, 30, 40], [2, 1, 4, 1])
            .Constant<float>([1, 1, 1], [1, 1, 3, 1]).Constant<float>([0.5f])
            .Option("stride_h", 1).Option("stride_w", 2)
            .Output(ElementType.Float);
        var open = source.Conversion().WithInputShape("in0", -1, 1, 4, 1).ToOnnx(opset);
        Assert.That(source.Run<float>(open), Is.EqualTo(new[] { 6.5f, 7.5f, 60.5f, 70.5f }));
    }
}
