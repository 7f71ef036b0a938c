using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

internal sealed class RecurrentHandlerTests
{
    private static readonly float[] Weights = [1, 0.5f];
    private static readonly float[] Recurrent = [0.5f, 0, 1, -1];
    private static readonly float[] Bias = [0.25f, -0.25f];
    private static readonly float[] Sequence = [1, -2, 3];

    [TestCase(0, "Scan")]
    [TestCase(1, "RNN")]
    [TestCase(2, "Scan")]
    [TestCase(3, "Scan")]
    [TestCase(4, "RNN")]
    [TestCase(5, "Scan")]
    public void Rnn_applies_its_activation_at_each_step(int activation, string opType)
    {
        SourceBuilder source = new SourceBuilder(TfLiteOps.UnidirectionalSequenceRnn).Input(Sequence, [1, 3, 1]);
        Cell(source).Option("fused_activation_function", activation).Output(ElementType.Float);
        Assert.That(source.Operators(), Does.Contain(opType));
        foreach (int opset in (int[])[9, 18])
            Assert.That(source.Run<float>(opset), Is.EqualTo(Reference(Sequence, activation)).Within(1e-6f));
    }

    [Test]
    public void Rnn_of_one_step_leaves_its_state()
    {
        SourceBuilder source = new SourceBuilder(TfLiteOps.Rnn).Input<float>([3], [1, 1]);
        Cell(source).Option("fused_activation_function", 3).Output(ElementType.Float);
        Assert.That(source.Operators(), Does.Not.Contain("Scan"));
        Assert.That(source.Run<float>(output: 1), Is.EqualTo(Reference([3], 3)).Within(1e-6f));
    }

    [Test]
    public void Rnn_reads_the_bytes_of_uint8_weights_as_int8()
    {
        var scale = new QuantizationParameters(0.5f, 100);
        SourceBuilder source = new SourceBuilder(TfLiteOps.Rnn).Input<float>([1], [1, 1])
            .Constant<byte>([254, 2], [2, 1], scale).Constant<byte>([0, 0, 0, 0], [2, 2], scale).Constant<float>([0, 0])
            .State(ElementType.Float, [1, 2]).Output(ElementType.Float);
        Assert.That(source.Run<float>(), Is.EqualTo(new float[] { -1, 1 }));
    }

    [TestCase(4)]
    [TestCase(3)]
    public void Backward_cell_of_a_bidirectional_rnn_starts_at_the_end(int activation)
    {
        SourceBuilder source = new SourceBuilder(TfLiteOps.BidirectionalSequenceRnn).Input(Sequence, [3, 1, 1]);
        Cell(Cell(source)).NoInput().NoInput().NoInput()
            .Option("fused_activation_function", activation).Option("time_major", 1).Option("merge_outputs", 1).Output(ElementType.Float);
        float[][] forward = [.. Reference(Sequence, activation).Chunk(2)];
        float[][] backward = [.. Reference([.. Sequence.Reverse()], activation).Chunk(2).Reverse()];
        Assert.That(source.Run<float>(), Is.EqualTo(forward.Zip(backward, (f, b) => (float[])[.. f, .. b]).SelectMany(v => v).ToArray()).Within(1e-6f));
    }

    [Test]
    public void Bidirectional_rnn_weighs_auxiliary_inputs_by_themselves()
    {
        SourceBuilder source = new SourceBuilder(TfLiteOps.BidirectionalSequenceRnn).Input<float>([1], [1, 1, 1]);
        Cell(Cell(source)).Input<float>([2], [1, 1, 1]).Constant<float>([1, 1], [2, 1]).Constant<float>([-1, 0], [2, 1])
            .Output(ElementType.Float).Output(ElementType.Float);
        Assert.That(source.Run<float>(output: 0), Is.EqualTo(new[] { 3.25f, 2.25f }));
        Assert.That(source.Run<float>(output: 1), Is.EqualTo(new[] { -0.75f, 0.25f }));
    }

    [Test]
    public void Svdf_weighs_what_it_remembers()
    {
        SourceBuilder source = new SourceBuilder(TfLiteOps.Svdf).Input<float>([2, 3], [1, 2])
            .Constant<float>([1, 0, 0, 1], [2, 2]).Constant<float>([5, 10, 7, 100], [2, 2]).Constant<float>([1], [1])
            .State(ElementType.Float, [1, 4]).Option("rank", 2).Output(ElementType.Float);
        Assert.That(source.Run<float>(), Is.EqualTo(new float[] { 321 }));
        Assert.That(source.Run<float>(output: 1), Is.EqualTo(new float[] { 0, 2, 0, 3 }));
    }

    [Test]
    public void Basic_lstm_gives_all_four_outputs()
    {
        var source = new SourceBuilder(TfLiteOps.Lstm).Input<float>([1], [1, 1]).Input<float>([2], [1, 1])
            .Constant<float>([1, 0, 0, 1, 1, 1, -1, 1], [4, 2]).Constant<float>([0, 0, 0, 0]).Input<float>([0.5f], [1, 1])
            .Option("kernel_type", 1).Option("fused_activation_function", 4)
            .Output(ElementType.Float).Output(ElementType.Float).Output(ElementType.Float).Output(ElementType.Float);
        float state = (Sigmoid(1) * MathF.Tanh(2)) + (Sigmoid(3) * 0.5f);
        Assert.That(source.Run<float>(output: 0), Is.EqualTo(new[] { Sigmoid(1) * MathF.Tanh(state) }).Within(1e-6f));
        Assert.That(source.Run<float>(output: 1), Is.EqualTo(new[] { state }).Within(1e-6f));
        Assert.That(source.Run<float>(output: 2), Is.EqualTo(new float[] { 1, 2 }));
        Assert.That(source.Run<float>(output: 3), Is.EqualTo(new float[] { 1, 2, 3, 1 }));
    }

    [TestCase(9)]
    [TestCase(18)]
    public void Gru_resets_the_state_before_it_is_weighed(int opset)
    {
        float[] gates = [1, 0.5f, -1, 2];
        float[] candidate = [2, 3];
        float state = 0.5f;
        SourceBuilder source = new SourceBuilder("UNIDIRECTIONAL_SEQUENCE_GRU", TfLiteOps.CustomDomain).Input(Sequence, [3, 1, 1])
            .Input([state], [1, 1]).Constant(gates, [2, 2]).Constant(Bias).Constant(candidate, [1, 2]).Constant<float>([0.125f])
            .Output(ElementType.Float).Output(ElementType.Float);
        var expected = new List<float>();
        foreach (float x in Sequence)
        {
            float reset = Sigmoid((gates[0] * x) + (gates[1] * state) + Bias[0]);
            float update = Sigmoid((gates[2] * x) + (gates[3] * state) + Bias[1]);
            float next = MathF.Tanh((candidate[0] * x) + (candidate[1] * reset * state) + 0.125f);
            state = (update * state) + ((1 - update) * next);
            expected.Add(state);
        }

        Assert.That(source.Run<float>(opset), Is.EqualTo(expected).Within(1e-6f));
        Assert.That(source.Run<float>(opset, output: 1), Is.EqualTo(new[] { state }).Within(1e-6f));
    }

    private static SourceBuilder Cell(SourceBuilder source) =>
        source.Constant(Weights, [2, 1]).Constant(Recurrent, [2, 2]).Constant(Bias).State(ElementType.Float, [1, 2]);

    private static float[] Reference(float[] sequence, int activation)
    {
        var results = new List<float>();
        float[] state = [0, 0];
        foreach (float x in sequence)
        {
            state = [.. Enumerable.Range(0, 2).Select(i => Apply(activation, (Weights[i] * x) + (Recurrent[2 * i] * state[0]) + (Recurrent[(2 * i) + 1] * state[1]) + Bias[i]))];
            results.AddRange(state);
        }

        return [.. results];
    }

    private static float Apply(int activation, float v) => activation switch
    {
        1 => MathF.Max(v, 0),
        2 => Math.Clamp(v, -1, 1),
        3 => Math.Clamp(v, 0, 6),
        4 => MathF.Tanh(v),
        5 => float.IsNegative(v) ? 1 : 0,
        _ => v,
    };

    private static float Sigmoid(float v) => 1 / (1 + MathF.Exp(-v));
}
