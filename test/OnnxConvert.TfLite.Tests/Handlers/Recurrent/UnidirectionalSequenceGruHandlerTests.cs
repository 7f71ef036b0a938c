using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

internal sealed class UnidirectionalSequenceGruHandlerTests
{
    private static readonly float[] Gates = [1, 0.5f, -1, 2];
    private static readonly float[] Bias = [0.25f, -0.25f];
    private static readonly float[] Candidate = [2, 3];
    private static readonly float[] Sequence = [1, -2, 3];

    [TestCase(9)]
    [TestCase(18)]
    public void State_is_reset_before_it_is_weighed(int opset)
    {
        float state = 0.5f;
        SourceBuilder source = Source(Sequence, state);
        var expected = new List<float>();
        foreach (float x in Sequence)
        {
            float reset = Sigmoid((Gates[0] * x) + (Gates[1] * state) + Bias[0]);
            float update = Sigmoid((Gates[2] * x) + (Gates[3] * state) + Bias[1]);
            float next = MathF.Tanh((Candidate[0] * x) + (Candidate[1] * reset * state) + 0.125f);
            state = (update * state) + ((1 - update) * next);
            expected.Add(state);
        }

        Assert.That(source.Run<float>(opset), Is.EqualTo(expected).Within(1e-6f));
        Assert.That(source.Run<float>(opset, output: 1), Is.EqualTo(new[] { state }).Within(1e-6f));
    }

    [Test]
    public void Quantized_inputs_are_refused() =>
        Assert.That(() => Source<sbyte>([1, -2, 3], 0.5f, new QuantizationParameters(1, 0)).Operators(), Throws.TypeOf<UnsupportedModelException>().With.Message.Contains("float"));

    private static SourceBuilder Source<T>(T[] sequence, float state, QuantizationParameters? quantization = null)
        where T : unmanaged => new SourceBuilder("UNIDIRECTIONAL_SEQUENCE_GRU", TfLiteOps.CustomDomain).Input(sequence, [3, 1, 1], quantization)
        .Input([state], [1, 1]).Constant(Gates, [2, 2]).Constant(Bias).Constant(Candidate, [1, 2]).Constant<float>([0.125f])
        .Output(ElementType.Float).Output(ElementType.Float);

    private static float Sigmoid(float v) => 1 / (1 + MathF.Exp(-v));
}
