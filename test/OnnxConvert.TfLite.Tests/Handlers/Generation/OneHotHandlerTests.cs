using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

internal sealed class OneHotHandlerTests
{
    [Test]
    public void Is_off_throughout_for_an_index_outside_of_the_range()
    {
        var source = OneHot(-1).Constant<int>([3], []).Constant<sbyte>([5], []).Constant<sbyte>([1], []).Output(ElementType.Int8);
        Assert.That(source.Run<sbyte>(), Is.EqualTo(new sbyte[] { 1, 1, 5, 1, 1, 1 }));
    }

    [Test]
    public void Takes_a_computed_depth_along_any_axis()
    {
        var source = OneHot(0).Input<int>([3], []).Constant<float>([1], []).Constant<float>([0], []).Output(ElementType.Float);
        Assert.That(source.Run<float>(), Is.EqualTo(new float[] { 0, 0, 0, 0, 1, 0 }));
    }

    [Test]
    public void Range_counts_in_steps()
    {
        var source = new SourceBuilder(TfLiteOps.Range).Input<int>([7], []).Input<int>([0], []).Input<int>([-3], []).Output(ElementType.Int32);
        Assert.That(source.Run<int>(), Is.EqualTo(new[] { 7, 4, 1 }));
    }

    private static SourceBuilder OneHot(long axis) => new SourceBuilder(TfLiteOps.OneHot).Input<int>([2, -1]).Option("axis", axis);
}
