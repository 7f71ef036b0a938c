using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

/// <summary>Operators of int8 whose exact results often lie half way between two steps: a step from those is what rounding may take.</summary>
internal sealed class ReportedTieTests
{
    private const double Step = 1.001;

    [TestCase("leaky_0.1_same", 0.1)]
    [TestCase("leaky_0.1_other", 0.1)]
    [TestCase("leaky_0.25_same", 0.25)]
    [TestCase("leaky_0.5_same", 0.5)]
    public void Leaky_slopes_are_within_a_step(string name, double slope) => AssertWithinAStep(name, (x, _) => [.. x.Select(value => value < 0 ? slope * value : value)]);

    [Test]
    public void Means_are_within_a_step() => AssertWithinAStep("mean_same", (x, shape) =>
    {
        int channels = shape[^1];
        return [.. Enumerable.Range(0, channels).Select(c => Enumerable.Range(0, x.Length / channels).Average(i => x[(i * channels) + c]))];
    });

    [TestCase("resize2x_align", 32)]
    [TestCase("resize_7_224_align", 224)]
    public void Resized_images_are_within_a_step(string name, int size) => AssertWithinAStep(name, (x, shape) => Resized(x, shape[1], shape[3], size));

    private static void AssertWithinAStep(string name, Func<double[], int[], double[]> exact)
    {
        using TfLiteModel source = TfLiteReader.Read(Path.Combine(TestData.Reports, "int8-ties", name + ".tflite"));
        Value input = source.Model.Graph.Inputs[0], output = source.Model.Graph.Outputs[0];
        int[] shape = [.. input.Shape!.Select(dimension => (int)dimension.Size!.Value)];
        QuantizationParameters from = input.Quantization!, to = output.Quantization!;
        using IModelSession session = StockRuntime.Instance.Load(Converter.FromTfLite(source).ToOnnx().ToBytes(), RuntimeSettings.Default);
        var inputs = new DrawnInputs(1) { Integers = (sbyte.MinValue, sbyte.MaxValue) }.Draw(session.Inputs);
        double[] actual = session.Run(inputs)[0].Numbers();
        double[] expected = exact([.. inputs[input.Name].Numbers().Select(code => (code - from.ZeroPoints[0]) * from.Scales[0])], shape);
        for (int i = 0; i < expected.Length; i++)
            Assert.That(actual[i], Is.EqualTo(Math.Clamp((expected[i] / to.Scales[0]) + to.ZeroPoints[0], sbyte.MinValue, sbyte.MaxValue)).Within(Step), $"{i}");
    }

    /// <summary>Bilinear samples of a square image in channels last, whose corners fall on the corners.</summary>
    private static double[] Resized(double[] x, int from, int channels, int to)
    {
        var result = new double[to * to * channels];
        for (int i = 0; i < result.Length; i++)
        {
            (int pixel, int c) = Math.DivRem(i, channels);
            double row = pixel / to * (from - 1) / (double)(to - 1), column = pixel % to * (from - 1) / (double)(to - 1);
            int top = Math.Min((int)row, from - 2), left = Math.Min((int)column, from - 2);
            double At(int dy, int dx) => x[((((top + dy) * from) + left + dx) * channels) + c];
            double upper = At(0, 0) + ((column - left) * (At(0, 1) - At(0, 0)));
            double lower = At(1, 0) + ((column - left) * (At(1, 1) - At(1, 0)));
            result[i] = upper + ((row - top) * (lower - upper));
        }

        return result;
    }
}
