using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

internal sealed class StableHloProductHandlerTests
{
    [Test]
    public void Dot_general_joins_dimensions()
    {
        // a (2, 2, 3) contracted in dimensions 0 and 2, b (3, 2) in 1 and 0: y[i] = sum over k, l of a[k, i, l] b[l, k].
        var source = new SourceBuilder(TfLiteOps.StableHloDotGeneral)
            .Input<float>([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], [2, 2, 3]).Input<float>([1, 0, 0, 1, 2, 0], [3, 2])
            .Option("lhs_contracting_dimensions", new long[] { 0, 2 }).Option("rhs_contracting_dimensions", new long[] { 1, 0 })
            .Output(ElementType.Float);
        Assert.That(source.Run<float>(), Is.EqualTo(new float[] { 1 + 6 + 8, 4 + 12 + 11 }));
    }

    [Test]
    public void Dot_general_of_batches_and_narrow_integers()
    {
        var source = new SourceBuilder(TfLiteOps.StableHloDotGeneral)
            .Input<sbyte>([100, 2, 3, 4], [2, 1, 2]).Input<sbyte>([100, 3, 1, 2], [2, 2])
            .Option("lhs_batching_dimensions", new long[] { 0 }).Option("rhs_batching_dimensions", new long[] { 1 })
            .Option("lhs_contracting_dimensions", new long[] { 2 }).Option("rhs_contracting_dimensions", new long[] { 0 })
            .Output(ElementType.Int32);
        Assert.That(source.Run<int>(), Is.EqualTo(new[] { 10002, 9 + 8 }));
    }

    [Test]
    public void Convolution_with_channels_last_strides_and_a_reversed_window()
    {
        var source = Convolution([1, 2, 3, 4], [1, 4, 1], [10, 1], [2, 1, 1], input: [0, 2, 1], kernel: [2, 1, 0])
            .Option("window_strides", new long[] { 2 }).Option("padding", new long[] { 1, 1 }).Option("window_reversal", new long[] { 1 });
        // Reversed, the kernel is 1 10; windows 0 1, 2 3, 4 0.
        Assert.That(source.Run<float>(13), Is.EqualTo(new float[] { 10, 32, 4 }));
    }

    [Test]
    public void Convolution_with_dilations_on_both_sides_and_a_crop()
    {
        var source = Convolution([1, 2, 3], [1, 1, 3], [10, 1], [1, 1, 2], input: [0, 1, 2], kernel: [0, 1, 2])
            .Option("lhs_dilation", new long[] { 2 }).Option("rhs_dilation", new long[] { 2 }).Option("padding", new long[] { -1, 1 });
        // 1 0 2 0 3, cropped and padded 0 2 0 3 0; elements two apart.
        Assert.That(source.Run<float>(), Is.EqualTo(new float[] { 0, 23, 0 }));
    }

    [Test]
    public void Convolution_with_groups_of_features_and_of_the_batch()
    {
        var features = Convolution([1, 2, 3, 4], [1, 2, 2], [10, 1], [2, 1, 1], input: [0, 1, 2], kernel: [0, 1, 2]).Option("feature_group_count", 2);
        Assert.That(features.Run<float>(), Is.EqualTo(new float[] { 10, 20, 3, 4 }));
        var batch = Convolution([1, 2, 3, 4], [2, 1, 2], [10, 1], [2, 1, 1], input: [0, 1, 2], kernel: [0, 1, 2]).Option("batch_group_count", 2);
        Assert.That(batch.Run<float>(), Is.EqualTo(new float[] { 10, 20, 3, 4 }));
    }

    [TestCase(13)]
    [TestCase(18)]
    public void Quantized_products(int opset)
    {
        QuantizationParameters half = new(0.5f, 1);
        QuantizationParameters quarter = new(0.25f, 0);
        // 1 2 times 1 -2, and each of them times 1.
        var dot = new SourceBuilder(TfLiteOps.StableHloDotGeneral).Input<sbyte>([3, 5], [1, 2], half).Constant<sbyte>([4, -8], [2, 1], quarter)
            .Option("lhs_contracting_dimensions", [1]).Option("rhs_contracting_dimensions", [0]).Output(ElementType.Int8, half);
        Assert.That(dot.Run<sbyte>(opset), Is.EqualTo(new sbyte[] { -5 }));
        var convolution = new SourceBuilder(TfLiteOps.StableHloConvolution).Input<sbyte>([3, 5], [1, 1, 2], half).Constant<sbyte>([4], [1, 1, 1], quarter)
            .Option("input_feature_dimension", 1).Option("input_spatial_dimensions", [2])
            .Option("kernel_input_feature_dimension", 1).Option("kernel_spatial_dimensions", [2])
            .Option("output_feature_dimension", 1).Option("output_spatial_dimensions", [2])
            .Output(ElementType.Int8, quarter);
        Assert.That(convolution.Run<sbyte>(opset), Is.EqualTo(new sbyte[] { 4, 8 }));
    }

    private static SourceBuilder Convolution(float[] x, long[] dims, float[] w, long[] kernelDims, long[] input, long[] kernel) =>
        new SourceBuilder(TfLiteOps.StableHloConvolution).Input(x, dims).Constant(w, kernelDims)
            .Option("input_batch_dimension", input[0]).Option("input_feature_dimension", input[1]).Option("input_spatial_dimensions", input[2..])
            .Option("kernel_output_feature_dimension", kernel[0]).Option("kernel_input_feature_dimension", kernel[1]).Option("kernel_spatial_dimensions", kernel[2..])
            .Option("output_batch_dimension", 0).Option("output_feature_dimension", 1).Option("output_spatial_dimensions", new long[] { 2 })
            .Output(ElementType.Float);
}
