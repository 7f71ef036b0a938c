using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

internal sealed class UnidirectionalSequenceRnnHandlerTests
{
    private static readonly float[] Sequence = [1, -2, 3];

    [TestCase(0, "Scan")]
    [TestCase(1, "RNN")]
    [TestCase(2, "Scan")]
    [TestCase(3, "Scan")]
    [TestCase(4, "RNN")]
    [TestCase(5, "Scan")]
    public void Activation_is_applied_at_each_step(int activation, string opType)
    {
        SourceBuilder source = new SourceBuilder(TfLiteOps.UnidirectionalSequenceRnn).Input(Sequence, [1, 3, 1]).Cell().Option("fused_activation_function", activation).Output(ElementType.Float);
        Assert.That(source.Operators(), Does.Contain(opType));
        foreach (int opset in (int[])[9, 18])
            Assert.That(source.Run<float>(opset), Is.EqualTo(RnnReference.Run(Sequence, activation)).Within(1e-6f));
        Assert.That(source.Run<float>(output: 1), Is.EqualTo(RnnReference.Run(Sequence, activation)[^2..]).Within(1e-6f));
    }

    [TestCase(3)]
    [TestCase(4)]
    public void Time_may_come_first(int activation)
    {
        float[] other = [0.5f, 0.25f, -1];
        float[] both = [.. Sequence.Zip(other, (a, b) => (float[])[a, b]).SelectMany(pair => pair)];
        SourceBuilder source = new SourceBuilder(TfLiteOps.UnidirectionalSequenceRnn).Input(both, [3, 2, 1]).Open(0, 1).Cell()
            .Option("time_major", 1).Option("fused_activation_function", activation).Output(ElementType.Float);
        float[][] first = [.. RnnReference.Run(Sequence, activation).Chunk(2)];
        float[][] second = [.. RnnReference.Run(other, activation).Chunk(2)];
        Assert.That(source.Run<float>(), Is.EqualTo(first.Zip(second, (a, b) => (float[])[.. a, .. b]).SelectMany(v => v).ToArray()).Within(1e-6f));
    }
}
