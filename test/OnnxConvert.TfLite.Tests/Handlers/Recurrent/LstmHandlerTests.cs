using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

internal sealed class LstmHandlerTests
{
    [Test]
    public void Basic_kernel_gives_all_four_outputs()
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

    [TestCase(0f, "LSTM")]
    [TestCase(0.25f, "Gemm")]
    public void Full_kernel_is_one_step_that_leaves_its_states(float clip, string opType)
    {
        const int Inputs = 2, Cells = 3;
        float[] x = [0.5f, -1];
        var cell = new LstmReference(Inputs, Cells, peephole: true) { CellClip = clip == 0 ? double.PositiveInfinity : clip };
        var source = new SourceBuilder(TfLiteOps.Lstm).Input(x, [1, Inputs]);
        Add(cell.Weights, [Cells, Inputs]);
        Add(cell.Recurrent, [Cells, Cells]);
        Add([cell.Peephole![0], cell.Peephole[1], cell.Peephole[3]], [Cells]);
        Add(cell.Bias, [Cells]);
        source.NoInput().NoInput().State(ElementType.Float, [1, Cells]).State(ElementType.Float, [1, Cells])
            .Option("fused_activation_function", 4).Option("cell_clip", clip).Output(ElementType.Float);
        (float[] outputs, float[] state) = cell.Run(x);
        Assert.That(source.Operators(), Does.Contain(opType).And.Not.Contain("Scan"));
        Assert.That(source.Run<float>(), Is.EqualTo(outputs).Within(1e-6f));
        Assert.That(source.Run<float>(output: 1), Is.EqualTo(outputs).Within(1e-6f));
        Assert.That(source.Run<float>(output: 2), Is.EqualTo(state).Within(1e-6f));

        void Add(float[][] tensors, long[] dims)
        {
            foreach (float[] values in tensors)
                source.Constant(values, dims);
        }
    }

    private static float Sigmoid(float v) => 1 / (1 + MathF.Exp(-v));
}
