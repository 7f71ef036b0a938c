namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// Overlapping triangles that are equally wide on the mel scale, 1127 · ln(1 + f / 700): the peak of each is the foot of its neighbours.
/// </summary>
/// <param name="frequencies">The number of frequencies of the spectrum, from 0 to half of the sample rate.</param>
/// <param name="sampleRate">The sample rate in Hz.</param>
/// <param name="channels">The number of triangles.</param>
/// <param name="lower">Where the first triangle starts, in Hz.</param>
/// <param name="upper">Where the last one ends, in Hz.</param>
internal sealed class MelFilterBank(int frequencies, double sampleRate, int channels, double lower, double upper)
{
    private readonly double _step = 0.5 * sampleRate / (frequencies - 1);

    /// <summary>The first frequency that counts. The one at 0 Hz never does.</summary>
    internal int FirstFrequency => (int)(1.5 + (lower / _step));

    /// <summary>The last frequency that counts.</summary>
    internal int LastFrequency => (int)(upper / _step);

    /// <summary>What each frequency gives to each triangle, (frequencies, channels).</summary>
    internal float[] Weights()
    {
        var weights = new float[frequencies * channels];
        double width = (Mel(upper) - Mel(lower)) / (channels + 1);
        int next = 0;
        for (int i = FirstFrequency; i <= LastFrequency; i++)
        {
            // Between the peaks of two triangles, each gets a part of the frequency.
            double mel = Mel(i * _step);
            while (next < channels && Peak(next) < mel)
                next++;
            double falling = (Peak(next) - mel) / width;
            if (next > 0)
                weights[(i * channels) + next - 1] = (float)falling;
            if (next < channels)
                weights[(i * channels) + next] = (float)(1 - falling);
        }

        return weights;

        double Peak(int channel) => Mel(lower) + (width * (channel + 1));
    }

    private static double Mel(double frequency) => 1127 * Math.Log(1 + (frequency / 700));
}
