using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

internal sealed class StableHloReduceWindowHandlerTests
{
    private static readonly float[] Image = [.. Enumerable.Range(0, 16).Select(i => (float)i)];

    [TestCase(TfLiteOps.StableHloMaximum, float.NegativeInfinity, "MaxPool", new float[] { 5, 7, 13, 15 })]
    [TestCase(TfLiteOps.StableHloAdd, 0, "AveragePool", new float[] { 10, 18, 42, 50 })]
    public void Windows_over_an_image_are_a_pool(string opType, float start, string pool, float[] expected)
    {
        var source = new SourceBuilder(TfLiteOps.StableHloReduceWindow).Input(Image, [1, 4, 4, 1]).Constant<float>([start], [])
            .Option("window_dimensions", new long[] { 1, 2, 2, 1 }).Option("window_strides", new long[] { 1, 2, 2, 1 })
            .Option("body_subgraph_index", Computation.Of(opType, ElementType.Float)).Output(ElementType.Float);
        Assert.That(source.Run<float>(13), Is.EqualTo(expected));
        Assert.That(source.Operators(), Does.Contain(pool));
    }

    [TestCase(TfLiteOps.StableHloAdd, 0, new[] { 1, 3, 6, 10 })]
    [TestCase(TfLiteOps.StableHloMaximum, int.MinValue, new[] { 1, 2, 3, 4 })]
    [TestCase(TfLiteOps.StableHloMultiply, 1, new[] { 1, 2, 6, 24 })]
    [TestCase(TfLiteOps.StableHloAdd, 1, new[] { 5, 6, 8, 11 })]
    public void Windows_up_to_each_element(string opType, int start, int[] expected)
    {
        var source = new SourceBuilder(TfLiteOps.StableHloReduceWindow).Input<int>([1, 2, 3, 4]).Constant<int>([start], [])
            .Option("window_dimensions", new long[] { 4 }).Option("padding", new long[] { 3, 0 })
            .Option("body_subgraph_index", Computation.Of(opType, ElementType.Int32)).Output(ElementType.Int32);
        Assert.That(source.Run<int>(13), Is.EqualTo(expected));
        Assert.That(source.Run<int>(18), Is.EqualTo(expected));
    }

    [Test]
    public void A_running_sum_is_one_node()
    {
        var source = new SourceBuilder(TfLiteOps.StableHloReduceWindow).Input<int>([1, 2, 3, 4]).Constant<int>([0], [])
            .Option("window_dimensions", new long[] { 4 }).Option("padding", new long[] { 0, 3 })
            .Option("body_subgraph_index", Computation.Of(TfLiteOps.StableHloAdd, ElementType.Int32)).Output(ElementType.Int32);
        Assert.That(source.Operators(), Is.EqualTo(new[] { "CumSum" }));
        Assert.That(source.Run<int>(), Is.EqualTo(new[] { 10, 9, 7, 4 }));
    }

    [Test]
    public void Elements_moved_apart_and_dilated_windows()
    {
        // 1 0 2 0 3 0 4, windows of every third element.
        var source = new SourceBuilder(TfLiteOps.StableHloReduceWindow).Input<int>([1, 2, 3, 4]).Input<int>([0], [])
            .Option("window_dimensions", new long[] { 2 }).Option("base_dilations", new long[] { 2 }).Option("window_dilations", new long[] { 3 })
            .Option("body_subgraph_index", Computation.Of(TfLiteOps.Add, ElementType.Int32)).Output(ElementType.Int32);
        Assert.That(source.Run<int>(), Is.EqualTo(new[] { 1, 3, 2, 4 }));
    }

    [Test]
    public void Sizes_may_be_open()
    {
        var source = new SourceBuilder(TfLiteOps.ReduceWindow).Input<int>([1, 2, 3, 4, 5]).Constant<int>([0], [])
            .Constant<long>([2]).Constant<long>([2]).Constant<long>([1]).Option("reduce_function", 1).Output(ElementType.Int32);
        Assert.That(source.Run<int>(), Is.EqualTo(new[] { 3, 7 }));
        Assert.That(source.Run<int>(source.Open(0, 0).Conversion().ToOnnx(18)), Is.EqualTo(new[] { 3, 7 }));
    }

    [Test]
    public void Refuses_other_computations()
    {
        var source = new SourceBuilder(TfLiteOps.StableHloReduceWindow).Input<int>([1]).Constant<int>([0], [])
            .Option("body_subgraph_index", Computation.Of(TfLiteOps.StableHloSubtract, ElementType.Int32)).Output(ElementType.Int32);
        Assert.That(() => source.Operators(), Throws.TypeOf<UnsupportedModelException>().With.Message.Contains("computation"));
    }
}
