using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

internal sealed class BidirectionalSequenceLstmHandlerTests
{
    private const int Steps = 3;
    private const int Inputs = 2;
    private const int Cells = 4;

    private static readonly float[] Sequence = [0.5f, -1, 2, 0.25f, -0.75f, 1.5f];
    private static readonly float[] Other = [1, 0.5f, -0.5f, 0.25f, 0.125f, -2];

    private static IEnumerable<LstmReference> CellsOfAllKinds =>
    [
        new(Inputs, Cells),
        new(Inputs, Cells, peephole: true) { IsCoupled = true },
        new(Inputs, Cells) { CellClip = 0.25 },
    ];

    [TestCaseSource(nameof(CellsOfAllKinds))]
    public void Backward_cell_starts_at_the_end(LstmReference cell)
    {
        SourceBuilder source = Source(cell).Output(ElementType.Float).Output(ElementType.Float);
        Assert.That(source.Run<float>(output: 0), Is.EqualTo(cell.Run(Sequence).Outputs).Within(1e-5f));
        Assert.That(source.Run<float>(output: 1), Is.EqualTo(Backward(cell, Sequence)).Within(1e-5f));
    }

    [Test]
    public void Merged_outputs_stand_behind_one_another()
    {
        var cell = new LstmReference(Inputs, Cells);
        SourceBuilder source = Source(cell).Option("merge_outputs", 1).Output(ElementType.Float);
        float[][] forward = [.. cell.Run(Sequence).Outputs.Chunk(Cells)];
        float[][] backward = [.. Backward(cell, Sequence).Chunk(Cells)];
        Assert.That(source.Run<float>(), Is.EqualTo(forward.Zip(backward, (f, b) => (float[])[.. f, .. b]).SelectMany(v => v).ToArray()).Within(1e-5f));
    }

    [Test]
    public void Auxiliary_input_without_weights_is_for_the_backward_cell()
    {
        var cell = new LstmReference(Inputs, Cells);
        SourceBuilder source = Source(cell, Other).Output(ElementType.Float).Output(ElementType.Float);
        Assert.That(source.Run<float>(output: 0), Is.EqualTo(cell.Run(Sequence).Outputs).Within(1e-5f));
        Assert.That(source.Run<float>(output: 1), Is.EqualTo(Backward(cell, Other)).Within(1e-5f));
    }

    [Test]
    public void Integer_inputs_are_refused()
    {
        SourceBuilder source = Source(new LstmReference(Inputs, Cells)).Declare(0, ElementType.Int8, new QuantizationParameters(1, 0)).Output(ElementType.Float).Output(ElementType.Float);
        Assert.That(() => source.Operators(), Throws.TypeOf<UnsupportedModelException>().With.Message.Contains("float"));
    }

    private static float[] Backward(LstmReference cell, float[] sequence) =>
        [.. cell.Run([.. sequence.Chunk(Inputs).Reverse().SelectMany(x => x)]).Outputs.Chunk(Cells).Reverse().SelectMany(output => output)];

    private static SourceBuilder Source(LstmReference cell, float[]? auxiliary = null)
    {
        var source = new SourceBuilder(TfLiteOps.BidirectionalSequenceLstm).Input(Sequence, [1, Steps, Inputs]);
        AddCell();
        AddCell();
        for (int i = 0; i < 4; i++)
            source.State(ElementType.Float, [1, Cells]);
        if (auxiliary is not null)
            source.Input(auxiliary, [1, Steps, Inputs]);
        return source.Option("fused_activation_function", 4).Option("cell_clip", double.IsInfinity(cell.CellClip) ? 0f : (float)cell.CellClip);

        void AddCell()
        {
            Gates(cell.Weights, [Cells, Inputs]);
            Gates(cell.Recurrent, [Cells, Cells]);
            Gates(cell.Peephole is { } peephole ? [peephole[0], peephole[1], peephole[3]] : [null, null, null], [Cells]);
            Gates(cell.Bias, [Cells]);
            source.NoInput().NoInput();
        }

        void Gates(float[]?[] tensors, long[] dims)
        {
            for (int gate = 0; gate < tensors.Length; gate++)
                _ = tensors[gate] is { } values && (gate > 0 || !cell.IsCoupled) ? source.Constant(values, dims) : source.NoInput();
        }
    }
}
