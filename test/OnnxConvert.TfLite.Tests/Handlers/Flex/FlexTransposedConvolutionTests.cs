using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

/// <summary>The gradient of a convolution, by the definition: what an element of the result is multiplied with comes back to it.</summary>
internal sealed class FlexTransposedConvolutionTests
{
    [TestCase("SAME", 5, 2, 1)]
    [TestCase("SAME", 6, 2, 1)]
    [TestCase("SAME", 4, 3, 1)]
    [TestCase("VALID", 6, 1, 1)]
    [TestCase("VALID", 8, 2, 1)]
    [TestCase("VALID", 8, 1, 2)]
    [TestCase("SAME", 7, 1, 2)]
    public void Elements_come_back_along_one_dimension(string padding, int size, int stride, int dilation)
    {
        float[] filter = [2, -1, 3];
        int extent = (2 * dilation) + 1;
        int windows = padding == "SAME" ? (size + stride - 1) / stride : (size - extent + stride) / stride;
        int before = padding == "SAME" ? Math.Max(((windows - 1) * stride) + extent - size, 0) / 2 : 0;
        float[] x = [.. Enumerable.Range(1, windows).Select(i => (float)(i * i))];
        var expected = new float[size];
        for (int window = 0; window < windows; window++)
        {
            for (int tap = 0; tap < 3; tap++)
            {
                int place = (window * stride) + (tap * dilation) - before;
                if (place >= 0 && place < size)
                    expected[place] += filter[tap] * x[window];
            }
        }

        SourceBuilder source = FlexSource.Of("Conv2DBackpropInput").Constant<int>([1, size, 1, 1]).Constant(filter, [3, 1, 1, 1]).Input(x, [1, windows, 1, 1])
            .Ints("strides", 1, stride, 1, 1).Ints("dilations", 1, dilation, 1, 1).Text("padding", padding).Output(ElementType.Float);
        Assert.That(source.Run<float>(13), Is.EqualTo(expected));
    }

    [TestCase("NHWC", new[] { 1, 1, 2, 1 })]
    [TestCase("NCHW", new[] { 1, 1, 1, 2 })]
    public void Channels_are_mixed_by_the_filter(string layout, int[] sizes)
    {
        SourceBuilder source = FlexSource.Of("Conv2DBackpropInput").Constant(sizes).Constant<float>([10, 1], [1, 1, 1, 2])
            .Input<float>(layout == "NHWC" ? [1, 2, 3, 4] : [1, 3, 2, 4], layout == "NHWC" ? [1, 1, 2, 2] : [1, 2, 1, 2])
            .Ints("strides", 1, 1, 1, 1).Text("padding", "VALID").Text("data_format", layout).Output(ElementType.Float);
        Assert.That(source.Run<float>(), Is.EqualTo(new float[] { 12, 34 }));
    }

    [Test]
    public void Each_channel_has_its_own_filters()
    {
        // Two channels with two filters each.
        SourceBuilder source = FlexSource.Of("DepthwiseConv2dNativeBackpropInput").Constant<int>([1, 1, 1, 2]).Constant<float>([1, 10, 100, 1000], [1, 1, 2, 2])
            .Input<float>([1, 2, 3, 4], [1, 1, 1, 4]).Ints("strides", 1, 1, 1, 1).Text("padding", "VALID").Output(ElementType.Float);
        Assert.That(source.Run<float>(), Is.EqualTo(new float[] { 21, 4300 }));
    }

    [Test]
    public void Three_dimensions()
    {
        SourceBuilder source = FlexSource.Of("Conv3DBackpropInputV2").Constant<int>([1, 3, 1, 1, 1]).Constant<float>([1, 10], [2, 1, 1, 1, 1])
            .Input<float>([1, 2], [1, 2, 1, 1, 1]).Ints("strides", 1, 1, 1, 1, 1).Text("padding", "VALID").Output(ElementType.Float);
        Assert.That(source.Run<float>(), Is.EqualTo(new float[] { 1, 12, 20 }));
    }

    [Test]
    public void A_result_that_no_convolution_takes_to_the_tensor_is_refused()
    {
        SourceBuilder source = FlexSource.Of("Conv2DBackpropInput").Constant<int>([1, 2, 1, 1]).Constant<float>([1, 1, 1], [3, 1, 1, 1])
            .Input<float>([1, 2, 3, 4], [1, 4, 1, 1]).Ints("strides", 1, 1, 1, 1).Text("padding", "VALID").Output(ElementType.Float);
        Assert.That(() => source.Conversion().ToOnnx(18), Throws.TypeOf<UnsupportedModelException>().With.Message.Contains("no convolution"));
    }
}
