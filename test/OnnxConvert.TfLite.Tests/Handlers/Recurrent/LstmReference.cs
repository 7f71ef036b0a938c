namespace OnnxConvert.TfLite.Tests.Handlers;

/// <summary>An LSTM cell by its definition, one number at a time, with random weights. What it is made of decides which options it has.</summary>
internal sealed class LstmReference
{
    private readonly int _inputs;
    private readonly int _cells;
    private readonly int _outputs;

    public LstmReference(int inputs, int cells, int? projection = null, bool peephole = false, bool normalized = false)
    {
        (_inputs, _cells, _outputs) = (inputs, cells, projection ?? cells);
        var random = new Random(7);
        Weights = Four(() => Numbers(random, cells * inputs));
        Recurrent = Four(() => Numbers(random, cells * _outputs));
        Bias = Four(() => Numbers(random, cells));
        Peephole = peephole ? Four(() => Numbers(random, cells)) : null;
        Normalization = normalized ? Four(() => Numbers(random, cells)) : null;
        Projection = projection is null ? null : Numbers(random, _outputs * cells);
    }

    /// <summary>The input, forget, cell and output gate's weights of the input.</summary>
    public float[][] Weights { get; }

    public float[][] Recurrent { get; }

    public float[][] Bias { get; }

    public float[][]? Peephole { get; }

    public float[][]? Normalization { get; }

    public float[]? Projection { get; }

    public bool IsCoupled { get; init; }

    public Func<double, double> Activation { get; init; } = Math.Tanh;

    public double CellClip { get; init; } = double.PositiveInfinity;

    public double ProjectionClip { get; init; } = double.PositiveInfinity;

    public static float[] Numbers(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() * 2) - 1)];

    /// <summary>The outputs of all steps of one element of a batch, and its last cell state.</summary>
    public (float[] Outputs, float[] State) Run(ReadOnlySpan<float> x)
    {
        var outputs = new List<float>();
        var output = new double[_outputs];
        var state = new double[_cells];
        for (int t = 0; t < x.Length / _inputs; t++)
        {
            double[] input = [.. x.Slice(t * _inputs, _inputs).ToArray()];
            double[] forget = Gate(1, input, output, state, Sigmoid);
            double[] entry = IsCoupled ? [.. forget.Select(f => 1 - f)] : Gate(0, input, output, state, Sigmoid);
            double[] update = Gate(2, input, output, null, Activation);
            double[] next = [.. state.Select((c, i) => Math.Clamp((forget[i] * c) + (entry[i] * update[i]), -CellClip, CellClip))];
            double[] hidden = [.. Gate(3, input, output, next, Sigmoid).Select((o, i) => o * Activation(next[i]))];
            output = Projection is null ? hidden : [.. Product(Projection, hidden).Select(v => Math.Clamp(v, -ProjectionClip, ProjectionClip))];
            state = next;
            outputs.AddRange(output.Select(v => (float)v));
        }

        return ([.. outputs], [.. state.Select(v => (float)v)]);
    }

    private static float[][] Four(Func<float[]> create) => [create(), create(), create(), create()];

    private static double Sigmoid(double v) => 1 / (1 + Math.Exp(-v));

    private static double[] Product(float[] matrix, double[] vector) =>
        [.. matrix.Chunk(vector.Length).Select(row => row.Select((w, i) => w * vector[i]).Sum())];

    private double[] Gate(int gate, double[] input, double[] output, double[]? state, Func<double, double> activation)
    {
        double[] sum = [.. Product(Weights[gate], input).Zip(Product(Recurrent[gate], output), (a, b) => a + b)];
        if (Peephole is not null && state is not null)
            sum = [.. sum.Select((v, i) => v + (Peephole[gate][i] * state[i]))];
        if (Normalization is not null)
        {
            double mean = sum.Average();
            double deviation = Math.Sqrt(sum.Average(v => (v - mean) * (v - mean)) + 1e-8);
            sum = [.. sum.Select((v, i) => (v - mean) / deviation * Normalization[gate][i])];
        }

        return [.. sum.Select((v, i) => activation(v + Bias[gate][i]))];
    }
}
