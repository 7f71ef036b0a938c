using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

internal sealed class AudioTests
{
    [TestCase(8, 3, true)]
    [TestCase(6, 4, false)]
    [TestCase(2, 1, true)]
    public void Spectrogram_is_the_magnitude_of_the_transform_of_shaped_frames(int window, int stride, bool squared)
    {
        float[] x = Samples.Floats(20 * 2);
        int length = window == 6 ? 8 : window;
        var expected = new List<float>();
        for (int channel = 0; channel < 2; channel++)
        {
            for (int start = 0; start + window <= 20; start += stride)
            {
                for (int frequency = 0; frequency <= length / 2; frequency++)
                {
                    System.Numerics.Complex sum = 0;
                    for (int i = 0; i < window; i++)
                        sum += x[((start + i) * 2) + channel] * Math.Pow(Math.Sin(Math.PI * i / window), 2) * System.Numerics.Complex.FromPolarCoordinates(1, -2 * Math.PI * frequency * i / length);
                    expected.Add((float)(squared ? sum.Magnitude * sum.Magnitude : sum.Magnitude));
                }
            }
        }

        SourceBuilder source = new SourceBuilder("AudioSpectrogram", TfLiteOps.CustomDomain).Input(x, [20, 2])
            .Option(FlexOptions.Map(("window_size", window), ("stride", stride), ("magnitude_squared", squared))).Output(ElementType.Float);
        Assert.That(source.Run<float>(), Is.EqualTo(expected).Within(1e-5f));
        Assert.That(source.Run<float>(9), Is.EqualTo(expected).Within(1e-5f));
    }

    [TestCase(1)]
    [TestCase(4097)]
    public void Spectrogram_refuses_windows_that_are_too_short_or_too_long(int window)
    {
        SourceBuilder source = new SourceBuilder("AudioSpectrogram", TfLiteOps.CustomDomain).Input(new float[20], [20, 1])
            .Option(FlexOptions.Map(("window_size", window), ("stride", 1))).Output(ElementType.Float);
        Assert.That(() => source.Operators(), Throws.TypeOf<UnsupportedModelException>().With.Message.Contains("window_size"));
    }

    [TestCase(20, 4000, 10, 5)]
    [TestCase(300, 3000, 4, 4)]
    public void Mfcc_transforms_the_logarithms_of_triangular_bands(int lower, int upper, int channels, int coefficients)
    {
        float[] x = Samples.Floats(2 * 3 * 65, 5, 0, 4);
        // Silence counts as 1e-12.
        Array.Clear(x, 65, 65);
        var expected = new List<float>();
        foreach (float[] frame in x.Chunk(65))
        {
            double[] logs = [.. Enumerable.Range(0, channels).Select(channel => Math.Log(Math.Max(Band(frame, channel), 1e-12)))];
            for (int i = 0; i < coefficients; i++)
                expected.Add((float)(Math.Sqrt(2.0 / channels) * logs.Select((log, j) => log * Math.Cos(Math.PI * i / channels * (j + 0.5))).Sum()));
        }

        SourceBuilder source = new SourceBuilder("Mfcc", TfLiteOps.CustomDomain).Input(x, [2, 3, 65]).Constant([8000]).Option(FlexOptions.Map(
            ("lower_frequency_limit", lower), ("upper_frequency_limit", (float)upper), ("filterbank_channel_count", channels), ("dct_coefficient_count", coefficients)))
            .Output(ElementType.Float);
        Assert.That(source.Run<float>(), Is.EqualTo(expected).Within(1e-4f));

        double Band(float[] frame, int channel)
        {
            double width = (Mel(upper) - Mel(lower)) / (channels + 1);
            double peak = Mel(lower) + (width * (channel + 1));
            double sum = 0;
            for (int i = 1; i < frame.Length; i++)
            {
                double frequency = 4000.0 * i / 64;
                if (frequency <= upper && i >= (int)(1.5 + (lower / 62.5)))
                    sum += Math.Sqrt(frame[i]) * Math.Max(0, 1 - (Math.Abs(Mel(frequency) - peak) / width));
            }

            return sum;
        }
    }

    [Test]
    public void Mfcc_refuses_limits_beyond_the_spectrum()
    {
        SourceBuilder source = new SourceBuilder("Mfcc", TfLiteOps.CustomDomain).Input(new float[65], [1, 1, 65]).Constant([8000]).Option(FlexOptions.Map(
            ("lower_frequency_limit", 20), ("upper_frequency_limit", 4100), ("filterbank_channel_count", 10), ("dct_coefficient_count", 5))).Output(ElementType.Float);
        Assert.That(() => source.Operators(), Throws.TypeOf<UnsupportedModelException>().With.Message.Contains("4100 Hz"));
    }

    private static double Mel(double frequency) => 1127 * Math.Log(1 + (frequency / 700));
}
