using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

internal sealed class BidirectionalSequenceRnnHandlerTests
{
    private static readonly float[] Sequence = [1, -2, 3];
    private static readonly float[] Other = [-1, 0.5f, 2];

    [TestCase(4)]
    [TestCase(3)]
    public void Backward_cell_starts_at_the_end(int activation)
    {
        SourceBuilder source = new SourceBuilder(TfLiteOps.BidirectionalSequenceRnn).Input(Sequence, [3, 1, 1]).Cell().Cell().NoInput().NoInput().NoInput()
            .Option("fused_activation_function", activation).Option("time_major", 1).Option("merge_outputs", 1).Output(ElementType.Float);
        float[][] forward = [.. RnnReference.Run(Sequence, activation).Chunk(2)];
        float[][] backward = [.. Backward(Sequence, activation).Chunk(2)];
        Assert.That(source.Run<float>(), Is.EqualTo(forward.Zip(backward, (f, b) => (float[])[.. f, .. b]).SelectMany(v => v).ToArray()).Within(1e-6f));
    }

    [Test]
    public void Auxiliary_inputs_have_weights_of_their_own()
    {
        SourceBuilder source = new SourceBuilder(TfLiteOps.BidirectionalSequenceRnn).Input<float>([1], [1, 1, 1]).Cell().Cell()
            .Input<float>([2], [1, 1, 1]).Constant<float>([1, 1], [2, 1]).Constant<float>([-1, 0], [2, 1]).Output(ElementType.Float).Output(ElementType.Float);
        Assert.That(source.Run<float>(output: 0), Is.EqualTo(new[] { 3.25f, 2.25f }));
        Assert.That(source.Run<float>(output: 1), Is.EqualTo(new[] { -0.75f, 0.25f }));
    }

    [TestCase(1, true)]
    [TestCase(0, false)]
    public void Auxiliary_input_without_weights_is_for_the_backward_cell_where_time_comes_first(int timeMajor, bool isRead)
    {
        long[] dims = timeMajor == 1 ? [3, 1, 1] : [1, 3, 1];
        SourceBuilder source = new SourceBuilder(TfLiteOps.BidirectionalSequenceRnn).Input(Sequence, dims).Cell().Cell().Input(Other, dims).NoInput().NoInput()
            .Option("fused_activation_function", 4).Option("time_major", timeMajor).Output(ElementType.Float).Output(ElementType.Float);
        Assert.That(source.Run<float>(output: 0), Is.EqualTo(RnnReference.Run(Sequence, 4)).Within(1e-6f));
        Assert.That(source.Run<float>(output: 1), Is.EqualTo(Backward(isRead ? Other : Sequence, 4)).Within(1e-6f));
    }

    [Test]
    public void Integer_inputs_are_refused()
    {
        SourceBuilder source = new SourceBuilder(TfLiteOps.BidirectionalSequenceRnn).Input<sbyte>([3], [1, 1, 1], new QuantizationParameters(1, 0)).Cell().Cell().NoInput().NoInput().NoInput()
            .Output(ElementType.Float).Output(ElementType.Float);
        Assert.That(() => source.Operators(), Throws.TypeOf<UnsupportedModelException>().With.Message.Contains("float"));
    }

    private static float[] Backward(float[] sequence, int activation) =>
        [.. RnnReference.Run([.. sequence.Reverse()], activation).Chunk(2).Reverse().SelectMany(state => state)];
}
