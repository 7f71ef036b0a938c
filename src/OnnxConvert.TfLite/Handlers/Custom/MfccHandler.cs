using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// Mfcc → MatMul with a mel filter bank, Log, and MatMul with a cosine transform. Inputs squared magnitudes (channels, frames, frequencies)
/// float, and the sample rate in Hz, which must be constant. Output (channels, frames, coefficients).
/// </summary>
/// <remarks>Magnitudes are weighted, not powers; sums below 1e-12 count as that. The limits of frequency are read as integers.</remarks>
[OpHandler(TfLiteOps.CustomDomain, "Mfcc", Restrictions = "a constant sample rate, a known number of frequencies")]
internal sealed class MfccHandler : IOpHandler
{
    private const float Floor = 1e-12f;
    private const int MaxCount = 1 << 12;

    public void Convert(OpContext op)
    {
        FlexMap options = op.OptionMap();
        int channels = op.RequireInt(options, "filterbank_channel_count", 1, MaxCount);
        int coefficients = op.RequireInt(options, "dct_coefficient_count", 1, channels);
        int lower = op.RequireInt(options, "lower_frequency_limit", 0);
        int upper = op.RequireInt(options, "upper_frequency_limit", lower + 1);
        int frequencies = op.TableLength(op.Size(0, 2), "the frequencies");
        if (op.RequireInts(1, "the sample rate") is not [> 0 and var rate])
            throw op.NotSupported("the sample rate must be one positive number", op.Input(1));
        op.TableLength((long)frequencies * channels, "the mel filter bank");
        MelFilterBank bank = new(frequencies, rate, channels, lower, upper);
        if (frequencies < 2 || bank.LastFrequency >= frequencies)
            throw op.NotSupported($"its upper_frequency_limit of {upper} Hz is beyond the {frequencies} frequencies of a sample rate of {rate} Hz");

        Emitter emit = op.Emit;
        Value weights = emit.Const(TensorData.Create<float>(bank.Weights(), frequencies, channels), "mel");
        Value energies = emit.Max(emit.MatMul(emit.Unary("Sqrt", op.Real(0)), weights), emit.Const(Floor));
        Value cosines = emit.Const(TensorData.Create<float>(Cosines(channels, coefficients), channels, coefficients), "cosines");
        op.Result(0, emit.MatMul(emit.Unary("Log", energies), cosines));
    }

    /// <summary>The second discrete cosine transform, scaled by √(2 / channels): a column for each coefficient.</summary>
    private static float[] Cosines(int channels, int coefficients)
    {
        var cosines = new float[channels * coefficients];
        double scale = Math.Sqrt(2.0 / channels);
        for (int channel = 0; channel < channels; channel++)
        {
            for (int i = 0; i < coefficients; i++)
                cosines[(channel * coefficients) + i] = (float)(scale * Math.Cos(Math.PI * i * (channel + 0.5) / channels));
        }

        return cosines;
    }
}
