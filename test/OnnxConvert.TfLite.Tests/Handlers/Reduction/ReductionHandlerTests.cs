using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

internal sealed class ReductionHandlerTests
{
    private static SourceBuilder Reduce(string op, params int[] axes) => new SourceBuilder(op)
        .Input<float>([1, 2, 3, 4, 5, 6], [2, 3])
        .Constant(axes)
        .Output(ElementType.Float);

    [TestCase(TfLiteOps.Sum, 5f, 7f, 9f)]
    [TestCase(TfLiteOps.Mean, 2.5f, 3.5f, 4.5f)]
    [TestCase(TfLiteOps.ReduceMax, 4f, 5f, 6f)]
    [TestCase(TfLiteOps.ReduceMin, 1f, 2f, 3f)]
    [TestCase(TfLiteOps.ReduceProd, 4f, 10f, 18f)]
    public void Reduces_over_an_axis_that_is_named_twice(string op, params float[] expected)
    {
        Assert.That(Reduce(op, 0, -2).Run<float>(9), Is.EqualTo(expected));
        Assert.That(Reduce(op, 0, -2).Run<float>(18), Is.EqualTo(expected));
    }

    [Test]
    public void Reduces_nothing_without_axes() =>
        Assert.That(Reduce(TfLiteOps.Sum).Run<float>(), Is.EqualTo(new float[] { 1, 2, 3, 4, 5, 6 }));

    [Test]
    public void Reduces_over_computed_axes()
    {
        var source = new SourceBuilder(TfLiteOps.Mean).Input<int>([1, 2, 3, -5, -6, -7], [2, 3]).Input<int>([-1]).Output(ElementType.Int32);
        Assert.That(new[] { 9, 12, 18 }.Select(opset => source.Run<int>(opset)), Is.All.EqualTo(new[] { 2, -6 }));
    }

    [Test]
    public void Rounds_integer_means_toward_zero()
    {
        var source = new SourceBuilder(TfLiteOps.Mean).Input<int>([-1, -2, 1, 2], [2, 2]).Constant<int>([1]).Output(ElementType.Int32);
        Assert.That(source.Run<int>(), Is.EqualTo(new[] { -1, 1 }));
    }

    [TestCase(TfLiteOps.ReduceAny, true, false)]
    [TestCase(TfLiteOps.ReduceAll, false, false)]
    public void Reduces_truth(string op, params bool[] expected)
    {
        var source = new SourceBuilder(op).Input<bool>([true, false, false, false], [2, 2]).Constant<int>([1]).Output(ElementType.Bool);
        Assert.That(source.Run<bool>(), Is.EqualTo(expected));
    }

    [Test]
    public void ArgMax_takes_the_first_of_equal_elements()
    {
        var source = new SourceBuilder(TfLiteOps.ArgMax).Input<float>([1, 7, 7]).Constant<int>([0], []).Output(ElementType.Int32);
        Assert.That(source.Run<int>(), Is.EqualTo(new[] { 1 }));
    }

    /// <summary>NaN is passed over, unless it comes first.</summary>
    [TestCase(TfLiteOps.ArgMin, new[] { 5, float.NaN, 2, 7 }, 2)]
    [TestCase(TfLiteOps.ArgMax, new[] { 5, float.NaN, 2, 7 }, 3)]
    [TestCase(TfLiteOps.ArgMin, new[] { float.NaN, 5, 2, 7 }, 0)]
    [TestCase(TfLiteOps.ArgMax, new[] { float.NaN, 5, 2, float.PositiveInfinity }, 0)]
    [TestCase(TfLiteOps.ArgMin, new[] { float.PositiveInfinity, float.NaN }, 0)]
    public void The_place_of_the_best_among_NaN(string op, float[] values, int expected)
    {
        var source = new SourceBuilder(op).Input(values, [1, values.Length, 1]).Constant<int>([1], []).Output(ElementType.Int32);
        Assert.That(source.Run<int>(), Is.EqualTo(new[] { expected }));
        Assert.That(source.Open(0, 1).Run<int>(), Is.EqualTo(new[] { expected }));
    }

    [TestCase(0, new[] { 1, 0, 1 })]
    [TestCase(1, new[] { 2, 2 })]
    [TestCase(-2, new[] { 1, 0, 1 })]
    public void The_place_along_a_computed_axis(int axis, int[] expected)
    {
        var source = new SourceBuilder(TfLiteOps.ArgMax).Input<float>([1, 5, 6, 2, 4, 9], [2, 3]).Input<int>([axis], []).Output(ElementType.Int32);
        Assert.That(new[] { 10, 12, 18 }.Select(opset => source.Run<int>(opset)), Is.All.EqualTo(expected));
    }

    [TestCase(false, 18)]
    [TestCase(true, 13)]
    public void The_mean_of_nothing_is_NaN(bool keepDims, int opset)
    {
        var source = new SourceBuilder(TfLiteOps.Mean).Input<float>([], [2, 0]).Constant<int>([1]).Option("keep_dims", keepDims ? 1 : 0).Output(ElementType.Float);
        Assert.That(source.Run<float>(opset), Is.EqualTo(new[] { float.NaN, float.NaN }));
        var whole = new SourceBuilder(TfLiteOps.Mean).Input<int>([], [2, 0]).Constant<int>([1]).Output(ElementType.Int32);
        Assert.That(whole.Run<int>(opset), Is.EqualTo(new[] { 0, 0 }));
    }

    [Test]
    public void TopK_takes_bytes_and_a_computed_k()
    {
        var source = new SourceBuilder(TfLiteOps.TopKV2)
            .Input<sbyte>([3, -9, 100, 3], quantization: new(0.5f, 1))
            .Input<int>([3], [])
            .Output(ElementType.Int8, new(0.5f, 1))
            .Output(ElementType.Int32);
        Assert.That(source.Run<sbyte>(), Is.EqualTo(new sbyte[] { 100, 3, 3 }));
        Assert.That(source.Run<int>(output: 1), Is.EqualTo(new[] { 2, 0, 3 }));
    }

    [Test]
    public void Normalizes_vectors_of_length_zero()
    {
        var source = new SourceBuilder(TfLiteOps.L2Normalization).Input<float>([3, 4, 0, 0], [2, 2]).Output(ElementType.Float);
        Assert.That(source.Run<float>(), Is.EqualTo(new[] { 0.6f, 0.8f, 0, 0 }).Within(1e-6f));
    }
}
