using System.Collections.Immutable;
using OnnxConvert.Ir;
using OnnxConvert.TfLite.Handlers;

namespace OnnxConvert.TfLite.Tests.Handlers;

internal sealed class IntegerLstmTests
{
    private const int Steps = 4;
    private const int Inputs = 3;
    private const int Cells = 5;
    private const float WeightScale = 1f / 127;
    private const float InputScale = 1f / 64;
    private const int InputZeroPoint = 3;

    private static readonly QuantizationParameters Input = new(InputScale, InputZeroPoint);
    private static readonly QuantizationParameters Output = new(1f / 128, -2);

    [TestCase(false, false)]
    [TestCase(true, false)]
    [TestCase(false, true)]
    public void Is_within_two_steps_of_the_real_cell(bool isCoupled, bool isDequantizing)
    {
        var cell = new LstmReference(Inputs, Cells) { IsCoupled = isCoupled };
        foreach (float[] weights in (float[][])[.. cell.Weights, .. cell.Recurrent])
            Round(weights, WeightScale);
        foreach (float[] bias in cell.Bias)
            Round(bias, InputScale * WeightScale);
        sbyte[] x = [.. LstmReference.Numbers(new Random(1), Steps * Inputs).Select(v => (sbyte)(v * 100))];
        float[] expected = cell.Run([.. x.Select(q => InputScale * (q - InputZeroPoint))]).Outputs;

        SourceBuilder source = Source(cell, x);
        float[] actual = isDequantizing
            ? [.. source.Run<sbyte>(source.Conversion().Dequantize(keepIntegerBoundary: true).ToOnnx(18)).Select(Real)]
            : [.. source.Run<sbyte>().Select(Real)];
        Assert.That(actual, Is.EqualTo(expected).Within(2f / 128));
    }

    [Test]
    public void Fixed_point_functions_are_near_the_real_ones()
    {
        for (int i = short.MinValue; i <= short.MaxValue; i += 5)
        {
            var x = (short)i;
            Assert.That(FixedPointFunctions.Sigmoid(x), Is.EqualTo(32768 / (1 + Math.Exp(-i / 4096.0))).Within(12));
            Assert.That(FixedPointFunctions.Tanh(x, 3), Is.EqualTo(32768 * Math.Tanh(i / 4096.0)).Within(12));
            Assert.That(FixedPointFunctions.Tanh(x, 0), Is.EqualTo(32768 * Math.Tanh(i / 32768.0)).Within(12));
        }
    }

    private static float Real(sbyte q) => Output.Scale * (q - Output.ZeroPoint);

    private static void Round(float[] values, float scale)
    {
        for (int i = 0; i < values.Length; i++)
            values[i] = MathF.Round(values[i] / scale) * scale;
    }

    private static SourceBuilder Source(LstmReference cell, sbyte[] x)
    {
        var weightScale = new QuantizationParameters(WeightScale, 0);
        var source = new SourceBuilder(TfLiteOps.UnidirectionalSequenceLstm).Input(x, [1, Steps, Inputs], Input);
        Gates(cell.Weights, weights => source.Constant(Integers(weights), [Cells, Inputs], weightScale));
        Gates(cell.Recurrent, weights => source.Constant(Integers(weights), [Cells, Cells], weightScale));
        source.NoInput().NoInput().NoInput();
        Gates(cell.Bias, bias => source.Constant<int>([.. bias.Select(v => (int)MathF.Round(v / (InputScale * WeightScale)))]));
        return source.NoInput().NoInput()
            .State(ElementType.Int8, [1, Cells], Output).State(ElementType.Int16, [1, Cells], new QuantizationParameters(1f / 2048, 0))
            .Option("fused_activation_function", 4)
            .Option(new NodeAttribute("intermediates.scale", ImmutableArray.Create(0f, 0, 0, 0, Output.Scale)))
            .Option(new NodeAttribute("intermediates.zero_point", ImmutableArray.Create(0L, 0, 0, 0, Output.ZeroPoint)))
            .Output(ElementType.Int8, Output);

        void Gates(float[][] tensors, Action<float[]> add)
        {
            for (int gate = 0; gate < 4; gate++)
            {
                if (gate == 0 && cell.IsCoupled)
                    source.NoInput();
                else
                    add(tensors[gate]);
            }
        }
    }

    private static sbyte[] Integers(float[] weights) => [.. weights.Select(w => (sbyte)MathF.Round(w / WeightScale))];
}
