using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

internal sealed class ScatterHandlerTests
{
    [TestCase(13)]
    [TestCase(18)]
    public void Updates_at_one_place_add_up(int opset)
    {
        var source = new SourceBuilder(TfLiteOps.ScatterNd)
            .Input<int>([1, 3, 1], [3, 1]).Input<float>([1, 2, 3, 4, 5, 6], [3, 2]).Constant<int>([4, 2])
            .Output(ElementType.Float);
        Assert.That(source.Run<float>(opset), Is.EqualTo(new float[] { 0, 0, 6, 8, 0, 0, 3, 4 }));
    }

    [TestCase(TfLiteOps.UnsortedSegmentSum, new[] { 5, 0, 2 })]
    [TestCase(TfLiteOps.UnsortedSegmentProd, new[] { 4, 1, 2 })]
    [TestCase(TfLiteOps.UnsortedSegmentMax, new[] { 4, int.MinValue, 2 })]
    [TestCase(TfLiteOps.UnsortedSegmentMin, new[] { 1, int.MaxValue, 2 })]
    public void Slices_with_a_negative_segment_are_left_out(string opType, int[] expected)
    {
        var source = new SourceBuilder(opType)
            .Input<int>([1, 2, 9, 4]).Input<int>([0, 2, -1, 0]).Constant<int>([3], [])
            .Output(ElementType.Int32);
        Assert.That(source.Run<int>(13), Is.EqualTo(expected));
        Assert.That(source.Run<int>(18), Is.EqualTo(expected));
    }

    [Test]
    public void An_updated_slice_is_moved_so_that_it_fits()
    {
        var source = new SourceBuilder(TfLiteOps.DynamicUpdateSlice)
            .Input<int>([0, 1, 2, 3, 4, 5], [3, 2]).Input<int>([8, 9], [1, 2]).Input<int>([7, -1])
            .Output(ElementType.Int32);
        Assert.That(source.Run<int>(), Is.EqualTo(new[] { 0, 1, 2, 3, 8, 9 }));
    }
}
