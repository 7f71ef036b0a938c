using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

internal sealed class FlexImageTests
{
    private static readonly float[] Pixels = [1, 0.5f, 0, /**/ 0.25f, 0.25f, 0.25f, /**/ 0, 0.2f, 0.8f];

    [TestCase(0.5f, new[] { 0, 0.5f, 1, /**/ 0.25f, 0.25f, 0.25f, /**/ 0.8f, 0.6f, 0 })]
    [TestCase(-1f, new[] { 1, 0.5f, 0, /**/ 0.25f, 0.25f, 0.25f, /**/ 0, 0.2f, 0.8f })]
    public void A_turned_hue_keeps_gray(float delta, float[] expected)
    {
        SourceBuilder source = FlexSource.Of("AdjustHue").Input(Pixels, [1, 3, 3]).Input<float>([delta], []).Output(ElementType.Float);
        Assert.That(source.Run<float>(), Is.EqualTo(expected).Within(1e-6f));
    }

    [TestCase(0.5f, new[] { 1, 0.75f, 0.5f, /**/ 0.25f, 0.25f, 0.25f, /**/ 0.4f, 0.5f, 0.8f })]
    [TestCase(9f, new[] { 1, 0.5f, 0, /**/ 0.25f, 0.25f, 0.25f, /**/ 0, 0.2f, 0.8f })]
    public void A_saturation_is_limited_to_one(float scale, float[] expected)
    {
        SourceBuilder source = FlexSource.Of("AdjustSaturation").Input(Pixels, [1, 3, 3]).Input<float>([scale], []).Output(ElementType.Float);
        Assert.That(source.Run<float>(), Is.EqualTo(expected).Within(1e-6f));
    }

    [Test]
    public void Color_spaces_are_inverse_to_each_other()
    {
        float[] hsv = FlexSource.Of("RGBToHSV").Input(Pixels, [3, 3]).Output(ElementType.Float).Run<float>();
        Assert.That(hsv, Is.EqualTo(new[] { 30 / 360f, 1, 1, /**/ 0, 0, 0.25f, /**/ 225 / 360f, 1, 0.8f }).Within(1e-6f));
        Assert.That(FlexSource.Of("HSVToRGB").Input(hsv, [3, 3]).Output(ElementType.Float).Run<float>(), Is.EqualTo(Pixels).Within(1e-6f));
    }

    [Test]
    public void Patches_are_picked_at_a_rate_and_NaN_stays_where_it_is()
    {
        float[] image = [.. Enumerable.Range(0, 16).Select(i => i == 5 ? float.NaN : i)];
        SourceBuilder source = FlexSource.Of("ExtractImagePatches").Input(image, [1, 4, 4, 1]).Ints("ksizes", 1, 2, 2, 1).Ints("strides", 1, 1, 1, 1).Ints("rates", 1, 2, 2, 1).Text("padding", "VALID").Output(ElementType.Float);
        Assert.That(source.Run<float>(), Is.EqualTo(new[] { 0, 2, 8, 10, /**/ 1, 3, 9, 11, /**/ 4, 6, 12, 14, /**/ float.NaN, 7, 13, 15 }));
    }

    [TestCase("bilinear", new[] { 3f, 4, 6, 7, /**/ 4 })]
    [TestCase("nearest", new[] { 3f, 4, 6, 7, /**/ 4 })]
    public void Crops_take_corners_or_the_center(string method, float[] expected)
    {
        float[] image = [0, 1, 2, 3, 4, 5, 6, 7, 8];
        float[] corners = Crop([0.5f, 0, 1, 0.5f], 2);
        float[] center = Crop([0, 0, 1, 1], 1);
        Assert.That((float[])[.. corners, .. center], Is.EqualTo(expected));

        float[] Crop(float[] box, int size) => FlexSource.Of("CropAndResize").Input(image, [1, 3, 3, 1]).Input(box, [1, 4]).Input<int>([0]).Input<int>([size, size]).Text("method", method).Output(ElementType.Float).Run<float>();
    }

    [Test]
    public void Samples_outside_of_the_image_have_the_extrapolation_value()
    {
        SourceBuilder source = FlexSource.Of("CropAndResize").Input<byte>([10, 20, 30, 40], [1, 2, 2, 1]).Input<float>([0, -1, 1, 1], [1, 4]).Constant<int>([0]).Constant<int>([2, 3])
            .Text("method", "bilinear").Option("extrapolation_value", -7f).Output(ElementType.Float);
        Assert.That(source.Run<float>(), Is.EqualTo(new float[] { -7, 10, 20, -7, 30, 40 }));
    }

    [TestCase(0, new long[] { 2, 1, 2, 1 })]
    [TestCase(1, new long[] { 2, 1, 6, 5 })]
    public void The_place_of_a_maximum_counts_channels_last(int withBatch, long[] expected)
    {
        // Channel 0 is largest in the second column, channel 1 in the first one.
        float[] images = [1, 5, 4, 2, /**/ 1, 5, 4, 2];
        SourceBuilder source = FlexSource.Of("MaxPoolWithArgmax").Input(images, [2, 1, 2, 2]).Ints("ksize", 1, 1, 2, 1).Ints("strides", 1, 1, 2, 1).Text("padding", "VALID").Option("include_batch_in_index", withBatch)
            .Output(ElementType.Float).Output(ElementType.Int64);
        Assert.That(source.Run<float>(), Is.EqualTo(new float[] { 4, 5, 4, 5 }));
        Assert.That(source.Run<long>(output: 1), Is.EqualTo(expected));
    }

    [TestCase("NHWC")]
    [TestCase("NCHW")]
    public void A_convolution_pads_by_given_amounts(string format)
    {
        long[] sizes = format == "NHWC" ? [1, 1, 3, 1] : [1, 1, 1, 3];
        long[] pads = format == "NHWC" ? [0, 0, 0, 0, 2, 0, 0, 0] : [0, 0, 0, 0, 0, 0, 2, 0];
        SourceBuilder source = FlexSource.Of("Conv2D").Input<float>([1, 2, 3], sizes).Input<float>([10, 1], [1, 2, 1, 1]).Ints("strides", 1, 1, 1, 1).Text("padding", "EXPLICIT").Text("data_format", format)
            .Ints("explicit_paddings", [.. pads]).Output(ElementType.Float);
        Assert.That(source.Run<float>(), Is.EqualTo(new float[] { 0, 1, 12, 23 }));
    }

    [Test]
    public void Each_channel_has_its_own_filters()
    {
        SourceBuilder source = FlexSource.Of("DepthwiseConv2dNative").Input<float>([1, 10, 2, 20], [1, 1, 2, 2]).Input<float>([1, 2, 3, 4], [1, 1, 2, 2]).Ints("strides", 1, 1, 1, 1).Text("padding", "SAME").Output(ElementType.Float);
        Assert.That(source.Run<float>(), Is.EqualTo(new float[] { 1, 2, 30, 40, 2, 4, 60, 80 }));
    }

    [Test]
    public void A_mean_leaves_padding_out()
    {
        SourceBuilder source = FlexSource.Of("AvgPool").Input<float>([1, 2, 6], [1, 1, 3, 1]).Ints("ksize", 1, 1, 2, 1).Ints("strides", 1, 1, 2, 1).Text("padding", "SAME").Output(ElementType.Float);
        Assert.That(source.Run<float>(), Is.EqualTo(new[] { 1.5f, 6 }));
    }

    [Test]
    public void A_window_over_channels_is_refused()
    {
        SourceBuilder source = FlexSource.Of("MaxPool").Input(new float[4], [1, 1, 1, 4]).Ints("ksize", 1, 1, 1, 2).Ints("strides", 1, 1, 1, 2).Text("padding", "VALID").Output(ElementType.Float);
        Assert.That(() => source.Conversion().ToOnnx(18), Throws.TypeOf<UnsupportedModelException>().With.Message.Contains("over batch or channels"));
    }

    [Test]
    public void Batches_are_normalized_by_given_statistics()
    {
        SourceBuilder source = FlexSource.Of("FusedBatchNormV3").Input<float>([1, 2, 3, 4], [1, 1, 2, 2]).Constant<float>([1, 2]).Constant<float>([0, 1]).Constant<float>([1, 2]).Constant<float>([4, 1])
            .Option("is_training", 0).Option("epsilon", 0f).Output(ElementType.Float);
        Assert.That(source.Run<float>(), Is.EqualTo(new float[] { 0, 1, 1, 5 }).Within(1e-5f));
    }

    [Test]
    public void Padding_of_a_suppression_is_zero()
    {
        float[] boxes = [0, 0, 1, 1, /**/ 0, 0, 1, 1.1f, /**/ 2, 2, 3, 3];
        SourceBuilder source = FlexSource.Of("NonMaxSuppressionV4").Input(boxes, [3, 4]).Input<float>([0.5f, 0.9f, 0.3f]).Constant<int>([4], []).Constant<float>([0.5f], []).Constant<float>([0.1f], [])
            .Option("pad_to_max_output_size", 1).Output(ElementType.Int32).Output(ElementType.Int32);
        Assert.That(source.Run<int>(), Is.EqualTo(new[] { 1, 2, 0, 0 }));
        Assert.That(source.Run<int>(output: 1), Is.EqualTo(new[] { 2 }));
    }

    [Test]
    public void Classes_with_boxes_of_their_own_are_suppressed_by_themselves()
    {
        // Two boxes, two classes: in class 0 they overlap, in class 1 they do not.
        float[] boxes = [0, 0, 1, 1, /**/ 0, 0, 1, 1, /**/ 0, 0, 1, 1, /**/ 0, 0.5f, 2, 2];
        SourceBuilder source = FlexSource.Of("CombinedNonMaxSuppression").Input(boxes, [1, 2, 2, 4]).Input<float>([0.9f, 0.4f, 0.8f, 0.6f], [1, 2, 2])
            .Constant<int>([2], []).Constant<int>([5], []).Constant<float>([0.5f], []).Constant<float>([0.1f], []).Option("clip_boxes", 1)
            .Output(ElementType.Float).Output(ElementType.Float).Output(ElementType.Float).Output(ElementType.Int32);
        Assert.That(source.Run<float>(), Is.EqualTo(new[] { 0, 0, 1, 1, /**/ 0, 0.5f, 1, 1, /**/ 0, 0, 1, 1, /**/ 0, 0, 0, 0, /**/ 0, 0, 0, 0 }));
        Assert.That(source.Run<float>(output: 1), Is.EqualTo(new[] { 0.9f, 0.6f, 0.4f, 0, 0 }));
        Assert.That(source.Run<float>(output: 2), Is.EqualTo(new float[] { 0, 1, 1, 0, 0 }));
        Assert.That(source.Run<int>(output: 3), Is.EqualTo(new[] { 3 }));
    }
}
