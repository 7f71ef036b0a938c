using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

internal sealed class UnidirectionalSequenceLstmHandlerTests
{
    private const int Steps = 3;
    private const int Inputs = 2;
    private const int Cells = 4;

    private static readonly float[] Sequence = [0.5f, -1, 2, 0.25f, -0.75f, 1.5f];

    private static IEnumerable<TestCaseData> Cases()
    {
        yield return Case("plain", new LstmReference(Inputs, Cells), "LSTM");
        yield return Case("peephole", new LstmReference(Inputs, Cells, peephole: true), "LSTM");
        yield return Case("coupled", new LstmReference(Inputs, Cells, peephole: true) { IsCoupled = true }, "LSTM");
        yield return Case("relu", new LstmReference(Inputs, Cells) { Activation = v => Math.Max(v, 0) }, "LSTM", activation: 1);
        yield return Case("relu6", new LstmReference(Inputs, Cells) { Activation = v => Math.Clamp(v, 0, 6) }, "Scan", activation: 3);
        yield return Case("cell clip", new LstmReference(Inputs, Cells) { CellClip = 0.25 }, "Scan");
        yield return Case("projection", new LstmReference(Inputs, Cells, projection: 3) { ProjectionClip = 0.25 }, "Scan");
        yield return Case("normalized", new LstmReference(Inputs, Cells, normalized: true, peephole: true), "Scan");
        yield return Case("normalized, coupled", new LstmReference(Inputs, Cells, normalized: true) { IsCoupled = true }, "Scan");
    }

    [TestCaseSource(nameof(Cases))]
    public void Computes_the_definition(LstmReference cell, string opType, int activation)
    {
        SourceBuilder source = Source(cell, Sequence, [1, Steps, Inputs], activation);
        Assert.That(source.Operators(), Does.Contain(opType));
        foreach (int opset in (int[])[9, 13, 18])
            Assert.That(source.Run<float>(opset), Is.EqualTo(cell.Run(Sequence).Outputs).Within(1e-5f));
    }

    [TestCaseSource(nameof(Cases))]
    public void Leaves_the_last_state(LstmReference cell, string opType, int activation)
    {
        SourceBuilder source = Source(cell, Sequence, [1, Steps, Inputs], activation);
        Assert.That(source.Run<float>(output: 2), Is.EqualTo(cell.Run(Sequence).State).Within(1e-5f), opType);
    }

    [Test]
    public void Takes_time_first()
    {
        var cell = new LstmReference(Inputs, Cells);
        SourceBuilder source = Source(cell, Sequence, [Steps, 1, Inputs], 4).Option("time_major", 1);
        Assert.That(source.Run<float>(), Is.EqualTo(cell.Run(Sequence).Outputs).Within(1e-5f));
    }

    [Test]
    public void One_state_serves_a_batch_whose_size_is_open()
    {
        foreach (var cell in (LstmReference[])[new(Inputs, Cells), new(Inputs, Cells) { CellClip = 0.25 }])
        {
            float[] other = [.. Sequence.Select(v => -v)];
            SourceBuilder source = Source(cell, [.. Sequence, .. other], [2, Steps, Inputs], 4, batch: 1).Open(0, 0);
            Assert.That(source.Run<float>(), Is.EqualTo((float[])[.. cell.Run(Sequence).Outputs, .. cell.Run(other).Outputs]).Within(1e-5f));
        }
    }

    [Test]
    public void Takes_recurrent_weights_as_diagonals()
    {
        var cell = new LstmReference(Inputs, Cells);
        float[][] diagonals = [.. cell.Recurrent.Select(weights => weights[..Cells])];
        for (int gate = 0; gate < 4; gate++)
        {
            Array.Clear(cell.Recurrent[gate]);
            for (int i = 0; i < Cells; i++)
                cell.Recurrent[gate][i * (Cells + 1)] = diagonals[gate][i];
        }

        SourceBuilder source = Source(cell, Sequence, [1, Steps, Inputs], 4, diagonals: diagonals);
        Assert.That(source.Run<float>(), Is.EqualTo(cell.Run(Sequence).Outputs).Within(1e-5f));
    }

    [Test]
    public void Refuses_what_the_kernel_leaves_undefined()
    {
        SourceBuilder source = Source(new LstmReference(Inputs, Cells), Sequence, [1, Steps, Inputs], activation: 0);
        Assert.That(() => source.Run<float>(), Throws.TypeOf<UnsupportedModelException>().With.Message.Contains("NONE"));
    }

    private static TestCaseData Case(string name, LstmReference cell, string opType, int activation = 4) =>
        new TestCaseData(cell, opType, activation).SetArgDisplayNames(name);

    private static SourceBuilder Source(LstmReference cell, float[] x, long[] dims, int activation, int? batch = null, float[][]? diagonals = null)
    {
        int outputs = cell.Projection is null ? Cells : cell.Projection.Length / Cells;
        long states = batch ?? x.Length / Steps / Inputs;
        var source = new SourceBuilder(TfLiteOps.UnidirectionalSequenceLstm).Input(x, dims);
        Gates(cell.Weights, [Cells, Inputs]);
        Gates(diagonals ?? cell.Recurrent, diagonals is null ? [Cells, outputs] : [Cells]);
        Gates(cell.Peephole is { } peephole ? [peephole[0], peephole[1], peephole[3]] : null, [Cells], count: 3);
        Gates(cell.Bias, [Cells]);
        Optional(cell.Projection, [outputs, Cells]);
        source.NoInput().State(ElementType.Float, [states, outputs]).State(ElementType.Float, [states, Cells]);
        if (cell.Normalization is not null)
            Gates(cell.Normalization, [Cells]);
        return source
            .Option("fused_activation_function", activation)
            .Option("cell_clip", double.IsInfinity(cell.CellClip) ? 0f : (float)cell.CellClip)
            .Option("proj_clip", double.IsInfinity(cell.ProjectionClip) ? 0f : (float)cell.ProjectionClip)
            .Output(ElementType.Float);

        void Gates(float[][]? tensors, long[] sizes, int count = 4)
        {
            for (int gate = 0; gate < count; gate++)
                Optional(gate == 0 && cell.IsCoupled ? null : tensors?[gate], sizes);
        }

        void Optional(float[]? values, long[] sizes) => _ = values is null ? source.NoInput() : source.Constant(values, sizes);
    }
}
