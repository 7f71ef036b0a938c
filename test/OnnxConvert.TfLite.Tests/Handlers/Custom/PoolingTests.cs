using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

/// <summary>Pools that say where their elements come from, and what puts them back.</summary>
internal sealed class PoolingTests
{
    private const int Same = 1;
    private const int Valid = 2;

    [TestCase(Same, 5, 7, 3, 2)]
    [TestCase(Same, 4, 6, 2, 2)]
    [TestCase(Valid, 6, 5, 2, 3)]
    [TestCase(Valid, 4, 4, 4, 4)]
    public void Pool_of_MediaPipe_counts_within_the_window(int padding, int height, int width, int filter, int stride)
    {
        float[] x = Samples.Floats(2 * height * width * 3);
        (float[] values, _, float[] places) = Pool(x, 2, height, width, 3, filter, stride, padding == Same);
        SourceBuilder source = Source().Input(x, [2, height, width, 3]);
        Assert.That(source.Run<float>(), Is.EqualTo(values));
        Assert.That(source.Run<float>(10, output: 1), Is.EqualTo(places));

        SourceBuilder Source() => new SourceBuilder("MaxPoolingWithArgmax2D", TfLiteOps.CustomDomain)
            .Option(FlexOptions.Fields(padding, stride, stride, filter, filter, 0)).Output(ElementType.Float).Output(ElementType.Float);
    }

    [Test]
    public void First_of_equal_elements_counts()
    {
        SourceBuilder source = new SourceBuilder("MaxPoolingWithArgmax2D", TfLiteOps.CustomDomain).Input<float>([1, 3, 3, 2], [1, 2, 2, 1])
            .Option(FlexOptions.Fields(Valid, 2, 2, 2, 2, 0)).Output(ElementType.Float).Output(ElementType.Float);
        Assert.That(source.Run<float>(output: 1), Is.EqualTo(new[] { 1.1f }));
    }

    [Test]
    public void Fused_activation_limits_the_elements()
    {
        SourceBuilder source = new SourceBuilder("MaxPoolingWithArgmax2D", TfLiteOps.CustomDomain).Input<float>([-1, -3, 7, 2], [1, 2, 2, 1])
            .Option(FlexOptions.Fields(Valid, 1, 1, 2, 1, 3, 0, 0)).Output(ElementType.Float).Output(ElementType.Float);
        Assert.That(source.Run<float>(), Is.EqualTo(new float[] { 0, 6 }));
    }

    [TestCase("SAME", 5, 7, 3, 2)]
    [TestCase("VALID", 6, 5, 2, 2)]
    public void Pool_of_LiteRT_counts_within_the_image(string padding, int height, int width, int filter, int stride)
    {
        float[] x = Samples.Floats(2 * height * width * 3);
        (float[] values, int[] places, _) = Pool(x, 2, height, width, 3, filter, stride, padding == "SAME");
        SourceBuilder source = new SourceBuilder("MaxPoolWithArgmax", TfLiteOps.CustomDomain).Input(x, [2, height, width, 3])
            .Option(FlexOptions.Map(("padding", padding), ("ksize", new[] { 1, filter, filter, 1 }), ("strides", new[] { 1, stride, stride, 1 })))
            .Output(ElementType.Float).Output(ElementType.Int32);
        Assert.That(source.Run<float>(), Is.EqualTo(values));
        Assert.That(source.Run<int>(output: 1), Is.EqualTo(places));
    }

    [TestCase(2, 2)]
    [TestCase(3, 2)]
    public void Unpooling_of_MediaPipe_puts_elements_into_windows(int filter, int stride)
    {
        float[] x = Samples.Floats(2 * 2 * 3 * 2);
        float[] places = [.. Samples.Floats(x.Length, 2, 0, filter * filter)];
        var expected = new float[2 * 2 * filter * 3 * filter * 2];
        for (int i = 0; i < x.Length; i++)
        {
            (int channel, int column, int row, int image) = (i % 2, i / 2 % 3, i / 6 % 2, i / 12);
            (int y, int x0) = ((row * stride) + ((int)places[i] / filter), (column * stride) + ((int)places[i] % filter));
            expected[(((((image * 2 * filter) + y) * 3 * filter) + x0) * 2) + channel] = x[i];
        }

        SourceBuilder source = new SourceBuilder("MaxUnpooling2D", TfLiteOps.CustomDomain).Input(x, [2, 2, 3, 2]).Input(places, [2, 2, 3, 2])
            .Option(FlexOptions.Fields(Same, stride, stride, filter, filter, 0)).Output(ElementType.Float);
        Assert.That(source.Run<float>(), Is.EqualTo(expected));
        Assert.That(source.Run<float>(11), Is.EqualTo(expected));
    }

    [TestCase(Same, 12)]
    [TestCase(Valid, 15)]
    public void Unpooling_of_LiteRT_puts_elements_into_the_image(int padding, int count)
    {
        // Of two elements for one place the last counts.
        SourceBuilder source = new SourceBuilder("MaxUnpooling2D", TfLiteOps.CustomDomain).Input<float>([1, 2, 3], [1, 1, 3, 1]).Input([5, 0, 5], [1, 1, 3, 1])
            .Option(FlexOptions.Fields(padding, 2, 2, 1, 3, 0)).Output(ElementType.Float);
        float[] expected = new float[count];
        (expected[0], expected[5]) = (2, 3);
        Assert.That(source.Run<float>(), Is.EqualTo(expected));
    }

    [Test]
    public void Unpooling_with_gaps_between_windows_is_refused()
    {
        SourceBuilder source = new SourceBuilder("MaxUnpooling2D", TfLiteOps.CustomDomain).Input<float>([1], [1, 1, 1, 1]).Input<float>([0], [1, 1, 1, 1])
            .Option(FlexOptions.Fields(Same, 3, 3, 2, 2, 0)).Output(ElementType.Float);
        Assert.That(() => source.Operators(), Throws.TypeOf<UnsupportedModelException>().With.Message.Contains("without a place"));
    }

    [Test]
    public void Short_options_are_refused()
    {
        SourceBuilder source = new SourceBuilder("MaxPoolingWithArgmax2D", TfLiteOps.CustomDomain).Input<float>([1], [1, 1, 1, 1])
            .Option(FlexOptions.Fields(Same, 1, 1)).Output(ElementType.Float).Output(ElementType.Float);
        Assert.That(() => source.Operators(), Throws.TypeOf<UnsupportedModelException>().With.Message.Contains("options of 12 bytes"));
    }

    private static (float[] Values, int[] InImage, float[] InWindow) Pool(float[] x, int batch, int height, int width, int channels, int filter, int stride, bool same)
    {
        int outHeight = same ? (height + stride - 1) / stride : (height - filter + stride) / stride;
        int outWidth = same ? (width + stride - 1) / stride : (width - filter + stride) / stride;
        int top = Math.Max(0, ((outHeight - 1) * stride) + filter - height) / 2;
        int left = Math.Max(0, ((outWidth - 1) * stride) + filter - width) / 2;
        int count = batch * outHeight * outWidth * channels;
        (var values, var inImage, var inWindow) = (new float[count], new int[count], new float[count]);
        for (int i = 0; i < count; i++)
        {
            (int channel, int column, int row, int image) = (i % channels, i / channels % outWidth, i / channels / outWidth % outHeight, i / channels / outWidth / outHeight);
            values[i] = float.MinValue;
            for (int place = 0; place < filter * filter; place++)
            {
                (int y, int x0) = ((row * stride) - top + (place / filter), (column * stride) - left + (place % filter));
                if (y < 0 || y >= height || x0 < 0 || x0 >= width)
                    continue;
                int index = (((y * width) + x0) * channels) + channel;
                float value = x[(image * height * width * channels) + index];
                if (value > values[i])
                    (values[i], inImage[i], inWindow[i]) = (value, index, place + 0.1f);
            }
        }

        return (values, inImage, inWindow);
    }
}
