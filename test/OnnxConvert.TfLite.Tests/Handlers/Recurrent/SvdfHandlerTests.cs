using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

internal sealed class SvdfHandlerTests
{
    [TestCase(0, 321f)]
    [TestCase(3, 6f)]
    public void What_is_remembered_is_weighed(int activation, float expected)
    {
        SourceBuilder source = Source(2).Option("fused_activation_function", activation).Output(ElementType.Float);
        Assert.That(source.Run<float>(), Is.EqualTo(new[] { expected }));
        Assert.That(source.Run<float>(output: 1), Is.EqualTo(new float[] { 0, 2, 0, 3 }));
    }

    [Test]
    public void Every_filter_is_a_unit_where_the_rank_is_one() =>
        Assert.That(Source(1).Output(ElementType.Float).Run<float>(), Is.EqualTo(new float[] { 21, 301 }));

    [TestCase(0)]
    [TestCase(3)]
    public void Rank_that_does_not_divide_the_filters_is_refused(int rank) =>
        Assert.That(() => Source(rank).Output(ElementType.Float).Operators(), Throws.TypeOf<UnsupportedModelException>().With.Message.Contains("rank"));

    [TestCase(1, 5)]
    [TestCase(2, 4)]
    public void A_state_of_another_size_is_refused(long batch, long length)
    {
        SourceBuilder source = new SourceBuilder(TfLiteOps.Svdf).Input<float>([2, 3], [1, 2])
            .Constant<float>([1, 0, 0, 1], [2, 2]).Constant<float>([5, 10, 7, 100], [2, 2]).NoInput()
            .State(ElementType.Float, [batch, length]).Option("rank", 1).Output(ElementType.Float);
        Assert.That(() => source.Operators(), Throws.TypeOf<UnsupportedModelException>().With.Message.Contains("(batch, 4)"));
    }

    private static SourceBuilder Source(int rank) => new SourceBuilder(TfLiteOps.Svdf).Input<float>([2, 3], [1, 2])
        .Constant<float>([1, 0, 0, 1], [2, 2]).Constant<float>([5, 10, 7, 100], [2, 2]).Constant<float>([1], [1])
        .State(ElementType.Float, [1, 4]).Option("rank", rank);
}
