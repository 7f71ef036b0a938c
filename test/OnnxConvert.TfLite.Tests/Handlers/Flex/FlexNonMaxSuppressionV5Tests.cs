using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

internal sealed class FlexNonMaxSuppressionV5Tests
{
    /// <summary>Three clusters of boxes, as TensorFlow's own test has them.</summary>
    private static readonly float[] Boxes = [0, 0, 1, 1, 0, 0.1f, 1, 1.1f, 0, -0.1f, 1, 0.9f, 0, 10, 1, 11, 0, 10.1f, 1, 11.1f, 0, 100, 1, 101];

    private static readonly float[] Scores = [0.9f, 0.75f, 0.6f, 0.95f, 0.5f, 0.3f];

    [TestCase(0f, 0.5f, new[] { 3, 0, 5 }, new[] { 0.95f, 0.9f, 0.3f })]
    [TestCase(0.5f, 1f, new[] { 3, 0, 1, 5, 4, 2 }, new[] { 0.95f, 0.9f, 0.384f, 0.3f, 0.256f, 0.197f })]
    [TestCase(0.5f, 0.5f, new[] { 3, 0, 5 }, new[] { 0.95f, 0.9f, 0.3f })]
    public void Scores_of_boxes_that_overlap_a_better_one_fall(float sigma, float overlap, int[] boxes, float[] scores)
    {
        foreach (SourceBuilder source in (SourceBuilder[])[Source(6, overlap, sigma, isComputed: false), Source(6, overlap, sigma, isComputed: true)])
        {
            Assert.That(source.Run<int>(), Is.EqualTo(boxes));
            Assert.That(source.Run<float>(output: 1), Is.EqualTo(scores).Within(1e-3));
            Assert.That(source.Run<int>(output: 2), Is.EqualTo(new[] { boxes.Length }));
        }
    }

    [TestCase(0f)]
    [TestCase(0.5f)]
    public void What_is_missing_is_zeros_on_request(float sigma)
    {
        SourceBuilder source = Source(8, 0.5f, sigma, isComputed: false).Option("pad_to_max_output_size", 1);
        Assert.That(source.Run<int>(), Is.EqualTo(new[] { 3, 0, 5, 0, 0, 0, 0, 0 }));
        Assert.That(source.Run<float>(output: 1), Is.EqualTo(new[] { 0.95f, 0.9f, 0.3f, 0, 0, 0, 0, 0 }).Within(1e-6));
    }

    private static SourceBuilder Source(int limit, float overlap, float sigma, bool isComputed)
    {
        SourceBuilder source = FlexSource.Of("NonMaxSuppressionV5").Input(Boxes, [6, 4]).Input(Scores).Constant<int>([limit], []).Constant<float>([overlap], []).Constant<float>([0], []);
        source = isComputed ? source.Input<float>([sigma], []) : source.Constant<float>([sigma], []);
        return source.Output(ElementType.Int32).Output(ElementType.Float).Output(ElementType.Int32);
    }
}
