using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

/// <summary>Layers of networks in channels last, and first.</summary>
internal sealed class FlexLayerTests
{
    [TestCase("AvgPool3D", new[] { 2.5f, 6.5f })]
    [TestCase("MaxPool3D", new[] { 4f, 8 })]
    public void Windows_in_three_dimensions(string opType, float[] expected)
    {
        SourceBuilder source = FlexSource.Of(opType).Input<float>([1, 2, 3, 4, 5, 6, 7, 8], [1, 2, 2, 2, 1])
            .Ints("ksize", 1, 1, 2, 2, 1).Ints("strides", 1, 1, 2, 2, 1).Text("padding", "VALID").Text("data_format", "NDHWC").Output(ElementType.Float);
        Assert.That(source.Run<float>(), Is.EqualTo(expected));
    }

    [Test]
    public void A_convolution_in_three_dimensions()
    {
        SourceBuilder source = FlexSource.Of("Conv3D").Input<float>([1, 2, 3], [1, 3, 1, 1, 1]).Constant<float>([1, 10], [2, 1, 1, 1, 1])
            .Ints("strides", 1, 1, 1, 1, 1).Text("padding", "VALID").Text("data_format", "NDHWC").Output(ElementType.Float);
        Assert.That(source.Run<float>(), Is.EqualTo(new float[] { 21, 32 }));
    }

    [TestCase("NHWC", new float[] { 11, 22, 13, 24 })]
    [TestCase("NCHW", new float[] { 11, 12, 23, 24 })]
    public void A_bias_of_channels(string layout, float[] expected)
    {
        SourceBuilder source = FlexSource.Of("BiasAdd").Input<float>([1, 2, 3, 4], layout == "NHWC" ? [1, 1, 2, 2] : [1, 2, 1, 2]).Input<float>([10, 20]).Text("data_format", layout).Output(ElementType.Float);
        Assert.That(source.Run<float>(), Is.EqualTo(expected));
    }

    /// <summary>The middle channel is divided by the root of 1 and all three squares.</summary>
    [Test]
    public void Neighbouring_channels_normalize_each_other()
    {
        SourceBuilder source = FlexSource.Of("LRN").Input<float>([2, 2, 4], [1, 1, 1, 3]).Option("depth_radius", 1).Option("alpha", 1f).Option("beta", 0.5f).Option("bias", 1f).Output(ElementType.Float);
        Assert.That(source.Run<float>(), Is.EqualTo(new[] { 2f / 3, 2f / 5, 4 / MathF.Sqrt(21) }).Within(1e-6));
    }

    [TestCase(1, new float[] { 9, 11 })]
    [TestCase(0, new float[] { 0, 2 })]
    public void Given_statistics_normalize_a_batch(int scales, float[] expected)
    {
        // Mean 2, variance 4, offset 1, scale 10 (twice as much per step).
        SourceBuilder source = FlexSource.Of("BatchNormWithGlobalNormalization").Input<float>([0, 4], [1, 1, 2, 1]).Constant<float>([2]).Constant<float>([4]).Constant<float>([scales == 1 ? 10 : 1]).Constant<float>([1])
            .Option("variance_epsilon", 0f).Option("scale_after_normalization", scales).Output(ElementType.Float);
        Assert.That(source.Run<float>(), Is.EqualTo(expected));
    }

    [Test]
    public void Contrast_is_the_distance_from_the_mean()
    {
        SourceBuilder source = FlexSource.Of("AdjustContrastv2").Input<float>([1, 3, 5, 7], [2, 2, 1]).Input<float>([2], []).Output(ElementType.Float);
        Assert.That(source.Run<float>(), Is.EqualTo(new float[] { -2, 2, 6, 10 }));
    }
}
