using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

internal sealed class NonMaxSuppressionHandlerTests
{
    /// <summary>The second box shares a half of itself with the first, the third nothing with any; the corners of the fourth, which is the first again, are the other two.</summary>
    private static readonly float[] Boxes = [0, 0, 1, 1, 0, 0, 1, 2, 5, 5, 6, 6, 1, 1, 0, 0];

    private static readonly float[] Scores = [0.6f, 0.9f, 0.7f, 0.5f];

    [TestCase(0.5f, 0f, new[] { 1, 2, 0, 0, 0 }, 2)]
    [TestCase(0.51f, 0f, new[] { 1, 2, 0, 0, 0 }, 3)]
    [TestCase(0.51f, 0.65f, new[] { 1, 2, 0, 0, 0 }, 2)]
    [TestCase(0f, 0f, new[] { 1, 0, 0, 0, 0 }, 1)]
    public void Boxes_that_overlap_by_the_threshold_are_left_out(float overlap, float score, int[] expected, int count)
    {
        foreach (bool isConstant in (bool[])[true, false])
        {
            SourceBuilder source = new SourceBuilder(TfLiteOps.NonMaxSuppressionV4).Input(Boxes, [4, 4]).Input(Scores).Constant<int>([5], []);
            source = isConstant ? source.Constant<float>([overlap], []) : source.Input<float>([overlap], []);
            source = source.Input<float>([score], []).Output(ElementType.Int32).Output(ElementType.Int32);
            Assert.That(source.Run<int>(), Is.EqualTo(expected));
            Assert.That(source.Run<int>(output: 1), Is.EqualTo(new[] { count }));
        }
    }

    [Test]
    public void Scores_fall_by_overlap()
    {
        SourceBuilder source = new SourceBuilder(TfLiteOps.NonMaxSuppressionV5).Input(Boxes, [4, 4]).Input(Scores)
            .Input<int>([3], []).Input<float>([0.9f], []).Input<float>([0.1f], []).Input<float>([0.5f], [])
            .Output(ElementType.Int32).Output(ElementType.Float).Output(ElementType.Int32);
        Assert.That(source.Run<int>(), Is.EqualTo(new[] { 1, 2, 0 }));
        Assert.That(source.Run<float>(output: 1), Is.EqualTo(new[] { 0.9f, 0.7f, 0.6f * MathF.Exp(-0.25f) }).Within(1e-6));
        Assert.That(source.Run<int>(output: 2), Is.EqualTo(new[] { 3 }));
    }

    [Test]
    public void Scores_stay_where_sigma_is_zero()
    {
        SourceBuilder source = new SourceBuilder(TfLiteOps.NonMaxSuppressionV5).Input(Boxes, [4, 4]).Input(Scores)
            .Constant<int>([3], []).Constant<float>([0.5f], []).Constant<float>([0.1f], []).Constant<float>([0], [])
            .Output(ElementType.Int32).Output(ElementType.Float).Output(ElementType.Int32);
        Assert.That(source.Operators(), Has.Member("NonMaxSuppression"));
        Assert.That(source.Run<float>(output: 1), Is.EqualTo(new[] { 0.9f, 0.7f, 0f }));
    }
}
