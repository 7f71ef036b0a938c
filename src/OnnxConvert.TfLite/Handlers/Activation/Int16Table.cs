using OnnxConvert.Extensibility;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// A function of int16 as TFLite's kernels have it (LUTPopulate and LUTLookup): 513 samples, each moved by half of the error
/// that interpolation makes in the middle, and linear interpolation with 7 bits between them.
/// </summary>
internal static class Int16Table
{
    private const int Steps = 512;

    /// <summary>The samples of a function over a range, as int16 in units of 2^-15.</summary>
    internal static double[] Sample(Func<double, double> function, double min, double max)
    {
        const double Unit = 32768;
        double step = (max - min) / Steps;
        var samples = new double[Steps + 1];
        for (int i = 0; i < Steps; i++)
        {
            double value = Round(function(min + (i * step)) * Unit);
            double middle = Round(function(min + (i * step) + (step / 2)) * Unit);
            double interpolated = Round(((function(min + ((i + 1) * step)) * Unit) + value) / 2);
            samples[i] = Math.Clamp(value - Round((interpolated - middle) / 2), short.MinValue, short.MaxValue);
        }

        samples[Steps] = Math.Clamp(Round(function(max) * Unit), short.MinValue, short.MaxValue);
        return samples;
    }

    /// <summary>Looks values up. All numbers are whole ones held as double, where the arithmetic below is exact.</summary>
    /// <param name="emit">Writes the nodes.</param>
    /// <param name="samples">The samples.</param>
    /// <param name="place">The places, -32768 to 32767, as double.</param>
    internal static Value LookUp(Emitter emit, double[] samples, Value place)
    {
        Value shifted = emit.Add(place, emit.Const(32768.0));
        Value index = emit.Node("Floor", [emit.Mul(shifted, emit.Const(1 / 128.0))]);
        Value offset = emit.Sub(shifted, emit.Mul(index, emit.Const(128.0)));
        Value integer = emit.Cast(index, ElementType.Int32);
        Value from = emit.Gather(emit.Const(TensorData.Vector<double>(samples.AsSpan(0, Steps)), "samples"), integer, 0);
        Value slope = emit.Gather(emit.Const(TensorData.Vector<double>([.. samples.Skip(1).Zip(samples, (next, sample) => next - sample)]), "slopes"), integer, 0);
        Value rise = emit.Node("Floor", [emit.Mul(emit.Add(emit.Mul(slope, offset), emit.Const(64.0)), emit.Const(1 / 128.0))]);
        return emit.Add(from, rise);
    }

    private static double Round(double value) => Math.Round(value, MidpointRounding.AwayFromZero);
}
