using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

internal sealed class ResizeNearestNeighborHandlerTests
{
    [TestCase(false, false, new float[] { 0, 0, 1, 1, 2 })]
    [TestCase(true, false, new float[] { 0, 1, 1, 2, 2 })]
    [TestCase(false, true, new float[] { 0, 0, 1, 2, 2 })]
    public void Rounds_as_the_options_say(bool alignCorners, bool halfPixelCenters, float[] expected)
    {
        var source = new SourceBuilder(TfLiteOps.ResizeNearestNeighbor)
            .Input<float>([0, 1, 2], [1, 1, 3, 1]).Constant<int>([1, 5])
            .Option("align_corners", alignCorners ? 1 : 0).Option("half_pixel_centers", halfPixelCenters ? 1 : 0)
            .Output(ElementType.Float);
        Assert.That(source.Run<float>(), Is.EqualTo(expected));
    }
}
