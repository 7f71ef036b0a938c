using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

/// <summary>Where the kernels of bytes round otherwise than QuantizeLinear, which takes the even one of two equally near numbers.</summary>
internal sealed class KernelRoundingTests
{
    /// <summary>The means are 0.5, -0.5, 2.5 and -2.5, of stored integers.</summary>
    [Test]
    public void A_mean_is_rounded_away_from_zero()
    {
        SourceBuilder source = new SourceBuilder(TfLiteOps.AveragePool2D)
            .Input<sbyte>([0, 1, -1, 0, 2, 3, -2, -3], [4, 1, 2, 1], new(0.25f, -7)).Option("filter_height", 1).Option("filter_width", 2)
            .Option("stride_h", 1).Option("stride_w", 1).Option("padding", 1)
            .Output(ElementType.Int8, new(0.25f, -7));
        Assert.That(source.Run<sbyte>(), Is.EqualTo(new sbyte[] { 1, -1, 3, -3 }));
    }

    [Test]
    public void An_element_between_two_is_rounded_away_from_zero()
    {
        SourceBuilder source = new SourceBuilder(TfLiteOps.ResizeBilinear)
            .Input<sbyte>([0, 1, -4], [1, 1, 3, 1], new(0.25f, -7)).Constant<int>([1, 6]).Output(ElementType.Int8, new(0.25f, -7));
        Assert.That(source.Run<sbyte>(), Is.EqualTo(new sbyte[] { 0, 1, 1, -2, -4, -4 }));
    }

    /// <summary>Places are whole multiples of 1/1024: 3 of 7 comes to 439.</summary>
    [Test]
    public void Samples_stand_at_whole_parts_of_an_element()
    {
        SourceBuilder source = new SourceBuilder(TfLiteOps.ResizeBilinear)
            .Input<short>([0, 10240, 20480], [1, 1, 3, 1], new(0.001f, 0)).Constant<int>([1, 7]).Output(ElementType.Int16, new(0.001f, 0));
        Assert.That(source.Run<short>(), Is.EqualTo(new short[] { 0, 4390, 8780, 13170, 17560, 20480, 20480 }));
    }

    /// <summary>0.5 · 0.95 = 0.475 is first rounded to a whole number of halves, and that to 1.</summary>
    [Test]
    public void A_product_is_rounded_twice()
    {
        SourceBuilder source = new SourceBuilder(TfLiteOps.PRelu)
            .Input<sbyte>([1, 2, -1], quantization: new(0.475f, 0)).Constant<sbyte>([1, 1, 1], quantization: new(1, 0)).Output(ElementType.Int8, new(1, 0));
        Assert.That(source.Run<sbyte>(), Is.EqualTo(new sbyte[] { 1, 1, -1 }));
    }

    [Test]
    public void The_share_of_a_single_element_is_all()
    {
        SourceBuilder source = new SourceBuilder(TfLiteOps.Softmax).Input<sbyte>([5, -9], [2, 1], new(0.1f, 0)).Option("beta", 1f).Output(ElementType.Int8, new(1 / 256f, -128));
        Assert.That(source.Run<sbyte>(), Is.All.EqualTo(127));
    }
}
