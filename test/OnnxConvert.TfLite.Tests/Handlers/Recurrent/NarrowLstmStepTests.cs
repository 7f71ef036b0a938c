using System.Collections.Immutable;
using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

internal sealed class NarrowLstmStepTests
{
    private const int Batch = 2, Inputs = 3, Cells = 8, Outputs = 4, Steps = 4;

    private static readonly QuantizationParameters X = new(1f / 50, 5);
    private static readonly QuantizationParameters Y = new(1f / 90, -7);
    private static readonly QuantizationParameters Weights = new(1f / 100, 0);
    private static readonly QuantizationParameters Coefficients = new(1f / 20000, 0);
    private static readonly float[] Scales = [1, 1, 1, 1f / 2000, 1f / 60, 1f / 80, 1f / 1500, 1f / 50, 1f / 70, 1f / 2500, 1f / 40, 1f / 55];
    private static readonly long[] ZeroPoints = [0, 0, 0, 0, 3, -4, 0, 10, 2, 0, -1, 6];

    private readonly sbyte[][] _input = Tensors(1, 3, Cells * Inputs);
    private readonly sbyte[][] _recurrent = Tensors(2, 3, Cells * Outputs);
    private readonly sbyte[] _projection = Tensors(3, 1, Outputs * Cells)[0];
    private readonly short[][] _coefficients = [.. Enumerable.Range(0, 3).Select(seed => Samples.Floats(Cells, 40 + seed, 5000, 30000).Select(v => (short)v).ToArray())];
    private readonly int[][] _bias = [.. Enumerable.Range(0, 3).Select(seed => Samples.Floats(Cells, 50 + seed, -8e6f, 8e6f).Select(v => (int)v).ToArray())];
    private readonly int[] _projectionBias = [400, -300000, 90000, 0];

    [TestCase(0f, 0f)]
    [TestCase(0.25f, 0.5f)]
    public void Steps_are_those_of_the_kernel(float cellClip, float projectionClip)
    {
        SourceBuilder source = Source(true).Option("cell_clip", cellClip).Option("proj_clip", projectionClip);
        sbyte[][] inputs = Tensors(4, Steps, Batch * Inputs);
        sbyte[][] actual = Run(source.Conversion().ToOnnx(18), inputs);
        sbyte[][] expected = Kernel(inputs, cellClip, projectionClip);
        Assert.That(expected.SelectMany(row => row).Distinct().Count(), Is.GreaterThan(10));
        for (int step = 0; step < Steps; step++)
            Assert.That(actual[step].Select(v => (int)v), Is.EqualTo(expected[step].Select(v => (int)v)).Within(1), $"step {step}");
    }

    [Test]
    public void Cells_for_which_the_kernel_fails_are_refused() =>
        Assert.That(() => Source(false).Operators(), Throws.TypeOf<UnsupportedModelException>().With.Message.Contains("projection"));

    private static sbyte[][] Tensors(int seed, int count, int size) =>
        [.. Enumerable.Range(0, count).Select(i => Samples.Floats(size, (seed * 10) + i, -127, 127).Select(v => (sbyte)v).ToArray())];

    private SourceBuilder Source(bool isProjected)
    {
        SourceBuilder source = new SourceBuilder(TfLiteOps.Lstm).Input(new sbyte[Batch * Inputs], [Batch, Inputs], X).NoInput();
        foreach (sbyte[] weights in _input)
            source.Constant(weights, [Cells, Inputs], Weights);
        source.NoInput();
        foreach (sbyte[] weights in _recurrent)
            source.Constant(weights, [Cells, Outputs], Weights);
        source.NoInput().NoInput().NoInput().NoInput();
        foreach (int[] bias in _bias)
            source.Constant(bias);
        _ = isProjected ? source.Constant(_projection, [Outputs, Cells], Weights).Constant(_projectionBias) : source.NoInput().NoInput();
        source.State(ElementType.Int8, [Batch, Outputs], Y).State(ElementType.Int16, [Batch, Cells], new QuantizationParameters(1f / 32768, 0)).NoInput();
        foreach (short[] coefficients in _coefficients)
            source.Constant(coefficients, quantization: Coefficients);
        return source.Option("fused_activation_function", 4)
            .Option(new NodeAttribute("intermediates.scale", ImmutableArray.Create(Scales)))
            .Option(new NodeAttribute("intermediates.zero_point", ImmutableArray.Create(ZeroPoints)))
            .Output(ElementType.Int8, Y);
    }

    private static sbyte[][] Run(ConversionResult result, sbyte[][] inputs)
    {
        using var session = new StatefulSession(StockRuntime.Instance.Load(result.ToBytes(), RuntimeSettings.Default));
        return [.. inputs.Select(input => session.Run([Tensor.From<sbyte>(input, [Batch, Inputs])], [])[0].Values<sbyte>())];
    }

    /// <summary>The kernel's arithmetic, one number at a time.</summary>
    private sbyte[][] Kernel(sbyte[][] inputs, float cellClip, float projectionClip)
    {
        int[] output = [.. Enumerable.Repeat((int)Y.ZeroPoint, Batch * Outputs)];
        var state = new int[Batch * Cells];
        var results = new List<sbyte[]>();
        foreach (sbyte[] x in inputs)
        {
            var next = new int[Batch * Outputs];
            for (int b = 0; b < Batch; b++)
            {
                int[] input = [.. x[(b * Inputs)..((b + 1) * Inputs)].Select(v => v - (int)X.ZeroPoint)];
                int[] before = [.. output[(b * Outputs)..((b + 1) * Outputs)].Select(v => v - (int)Y.ZeroPoint)];
                double[] forget = Gate(0, input, before, Sigmoid);
                double[] update = Gate(1, input, before, Math.Tanh);
                double[] gate = Gate(2, input, null, Sigmoid);
                var hidden = new int[Cells];
                for (int c = 0; c < Cells; c++)
                {
                    int place = (b * Cells) + c;
                    int sum = Shifted((long)forget[c] * state[place]) + Shifted((32767 - (long)forget[c]) * (long)update[c]);
                    state[place] = Math.Clamp(sum, short.MinValue, short.MaxValue);
                    if (cellClip > 0)
                        state[place] = Math.Clamp(state[place], -(int)(cellClip * 32768), (int)(cellClip * 32768));
                    hidden[c] = Shifted((long)gate[c] * (long)Math.Truncate(Math.Tanh(state[place] / 32768.0) * 32768));
                }

                for (int o = 0; o < Outputs; o++)
                {
                    int sum = _projectionBias[o] + Enumerable.Range(0, Cells).Sum(c => hidden[c] * _projection[(o * Cells) + c]);
                    int value = Math.Clamp(Multiply(sum, (double)Weights.Scale / 32768 / Y.Scale) + (int)Y.ZeroPoint, -128, 127);
                    int limit = projectionClip > 0 ? (int)Math.Min(projectionClip / Y.Scale, 127) : 128;
                    next[(b * Outputs) + o] = Math.Clamp(value, -limit, limit);
                }
            }

            output = next;
            results.Add([.. output.Select(v => (sbyte)v)]);
        }

        return [.. results];
    }

    private double[] Gate(int gate, int[] input, int[]? before, Func<double, double> activation)
    {
        int at = 3 * (gate + 1);
        int[] sums = [.. Enumerable.Range(0, Cells).Select(c => Math.Clamp(
            Part(_input[gate], input, c, X.Scale, at + 1, at) + (before is null ? 0 : Part(_recurrent[gate], before, c, Y.Scale, at + 2, at)), short.MinValue, short.MaxValue))];
        double mean = sums.Average();
        double deviation = Math.Sqrt(sums.Average(v => (v - mean) * (v - mean)));
        return [.. sums.Select((v, c) =>
        {
            double normalized = ((v - mean) / deviation * _coefficients[gate][c] * Coefficients.Scale) + (_bias[gate][c] * (double)Coefficients.Scale / 1024);
            double units = Math.Clamp(Math.Round(normalized * 4096), short.MinValue, short.MaxValue);
            return Math.Clamp(Math.Truncate(activation(units / 4096) * 32768), short.MinValue, short.MaxValue);
        })];
    }

    private static int Part(sbyte[] weights, int[] vector, int row, float scale, int product, int sum)
    {
        int total = vector.Select((v, i) => v * weights[(row * vector.Length) + i]).Sum();
        int stored = Math.Clamp(Multiply(total, (double)scale * Weights.Scale / Scales[product]) + (int)ZeroPoints[product], -128, 127);
        return Multiply(stored - (int)ZeroPoints[product], (double)Scales[product] / Scales[sum]);
    }

    private static double Sigmoid(double v) => 1 / (1 + Math.Exp(-v));

    private static int Shifted(long product) => (int)Math.Round(product / 32768.0, MidpointRounding.AwayFromZero);

    /// <summary>Rounded to units of 2^-s for a multiplier below 1/2, and then to whole numbers.</summary>
    private static int Multiply(int x, double multiplier)
    {
        int shift = Math.Max(-(Math.ILogB(multiplier) + 1), 0);
        double fine = Math.Round(x * multiplier * Math.ScaleB(1, shift), MidpointRounding.AwayFromZero);
        return (int)Math.Round(fine / Math.ScaleB(1, shift), MidpointRounding.AwayFromZero);
    }
}
