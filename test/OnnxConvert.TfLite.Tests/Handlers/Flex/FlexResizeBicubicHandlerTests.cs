using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

internal sealed class FlexResizeBicubicHandlerTests
{
    /// <summary>Keys' weights at a quarter: 0.8671875 and 0.2265625 within, -0.0703125 and -0.0234375 without (a = -1/2), scaled up to 1 at the ends.</summary>
    [TestCase(1, 0, new[] { 0.8671875f / 0.796875f, 0.8671875f / 0.796875f, 0 }, new[] { -0.0703125f / 0.796875f, 0, 0 })]
    public void The_first_row_of_a_doubled_image(int halfPixel, int aligns, float[] first, float[] second)
    {
        SourceBuilder source = Source([1, 0, 0, 0], [1, 4, 1, 1], [8, 1], halfPixel, aligns);
        Assert.That(source.Run<float>()[0], Is.EqualTo(first[0]).Within(1e-6));
        source = Source([0, 1, 0, 0], [1, 4, 1, 1], [8, 1], halfPixel, aligns);
        Assert.That(source.Run<float>()[0], Is.EqualTo(second[0]).Within(1e-6));
    }

    [TestCase(0, 0)]
    [TestCase(1, 0)]
    [TestCase(0, 1)]
    public void The_same_size_changes_nothing_and_constants_stay(int halfPixel, int aligns)
    {
        float[] x = [1, 20, 2, 30, 3, 40, 4, 50, 5, 60, 6, 70];
        Assert.That(Source(x, [1, 3, 2, 2], [3, 2], halfPixel, aligns).Run<float>(), Is.EqualTo(x).Within(1e-5));
        Assert.That(Source([7, 7, 7, 7], [1, 2, 2, 1], [3, 5], halfPixel, aligns).Run<float>(), Is.All.EqualTo(7f).Within(1e-5));
    }

    /// <summary>Halfway between two elements: -a/8 of the outer ones and the rest of the inner ones, with a = -3/4.</summary>
    [Test]
    public void Halfway_between_elements()
    {
        float[] y = Source([0, 0, 8, 16], [1, 4, 1, 1], [8, 1], halfPixel: 0, aligns: 0).Run<float>();
        Assert.That(y[3], Is.EqualTo((0.59375f * 8) - (0.09375f * 16)).Within(1e-5));
    }

    private static SourceBuilder Source(float[] x, long[] dims, int[] sizes, int halfPixel, int aligns) =>
        FlexSource.Of("ResizeBicubic").Input(x, dims).Constant(sizes).Option("half_pixel_centers", halfPixel).Option("align_corners", aligns).Output(ElementType.Float);
}
