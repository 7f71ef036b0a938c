using System.Numerics;
using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// AudioSpectrogram → Conv with the waves of a Fourier transform. Input (samples, channels) float; output the magnitudes
/// (channels, frames, frequencies), squared on request.
/// </summary>
/// <remarks>
/// Frames start stride samples apart and are window_size long; each is multiplied by a periodic Hann window and transformed at the next
/// power of two, of which half and one frequencies are kept. STFT (opset 17) takes no frame shorter than its transform.
/// </remarks>
[OpHandler(TfLiteOps.CustomDomain, "AudioSpectrogram", Restrictions = "windows of at most 4,096 samples")]
internal sealed class AudioSpectrogramHandler : IOpHandler
{
    private const int MaxWindow = 4096;

    public void Convert(OpContext op)
    {
        FlexMap options = op.OptionMap();
        int window = op.RequireInt(options, "window_size", 2, MaxWindow);
        int stride = op.RequireInt(options, "stride", 1);
        bool isSquared = options.TryGetBool("magnitude_squared", out bool squared) && squared;
        int frequencies = ((int)BitOperations.RoundUpToPowerOf2((uint)window) / 2) + 1;

        Emitter emit = op.Emit;
        Value x = emit.Unsqueeze(emit.Transpose(op.Real(0), 1, 0), 1);
        Value waves = emit.Const(TensorData.Create<float>(Waves(window, frequencies), 2 * frequencies, 1, window), "waves");
        Value parts = emit.Conv(x, waves, null, new Window([window], [stride], [1], [0, 0]));
        // Cosine parts stand before sine parts.
        Value pairs = emit.Reshape(emit.Transpose(parts, 0, 2, 1), emit.Concat([emit.Size(x, 0), emit.Ints(-1, 2, frequencies)], 0));
        op.Result(0, emit.Reduce(isSquared ? "ReduceSumSquare" : "ReduceL2", pairs, [2], keepDims: false));
    }

    /// <summary>A row for each frequency of cosines, then of sines, each shaped by the Hann window.</summary>
    private static float[] Waves(int window, int frequencies)
    {
        var waves = new float[2 * frequencies * window];
        int period = 2 * (frequencies - 1);
        for (int row = 0; row < 2 * frequencies; row++)
        {
            for (int i = 0; i < window; i++)
            {
                double hann = 0.5 - (0.5 * Math.Cos(2 * Math.PI * i / window));
                (double sine, double cosine) = Math.SinCos(2 * Math.PI * ((long)(row % frequencies) * i % period) / period);
                waves[(row * window) + i] = (float)(hann * (row < frequencies ? cosine : sine));
            }
        }

        return waves;
    }
}
