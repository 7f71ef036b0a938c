using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// A function of int16 as TFLite's kernels have it (LUTPopulate and LUTLookup): 513 samples, each moved by half of the error
/// that interpolation makes in the middle, and linear interpolation with 7 bits between them. A slope is kept in 16 bits, too.
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

    /// <summary>Applies a function to the stored input by a table of it over all of the input's range, in steps of the output; in single precision, as the kernels do.</summary>
    /// <returns>The stored result, int16.</returns>
    internal static Value Apply(OpContext op, Func<float, float> function)
    {
        double[] samples = Sample(function, op.Input(0).Quantization!, op.Output(0).Quantization!);
        return op.Emit.Cast(LookUp(op.Emit, samples, op.Emit.Cast(op.Declared(0), ElementType.Double)), ElementType.Int16);
    }

    /// <summary>Whether the operator's input and output are stored as int16.</summary>
    internal static bool Covers(OpContext op) =>
        op.InputType(0) == ElementType.Int16 && op.StoredQuantization(0) is { IsPerTensor: true }
        && op.OutputType(0) == ElementType.Int16 && op.StoredOutputQuantization(0) is { IsPerTensor: true };

    private static double[] Sample(Func<float, float> function, QuantizationParameters input, QuantizationParameters output)
    {
        float min = input.Scale * (short.MinValue - input.ZeroPoint);
        float max = input.Scale * (short.MaxValue - input.ZeroPoint);
        float perUnit = 65536 / ((output.Scale * (short.MaxValue - output.ZeroPoint)) - (output.Scale * (short.MinValue - output.ZeroPoint)));
        float step = (max - min) / Steps;
        var samples = new double[Steps + 1];
        for (int i = 0; i < Steps; i++)
        {
            float value = Round(function(min + (i * step)) * perUnit);
            float middle = Round(function(min + (i * step) + (step / 2)) * perUnit);
            float interpolated = Round(((function(min + ((i + 1) * step)) * perUnit) + value) / 2);
            samples[i] = Math.Clamp(value - Round((interpolated - middle) / 2), short.MinValue, short.MaxValue);
        }

        samples[Steps] = Math.Clamp(Round(function(max) * perUnit), short.MinValue, short.MaxValue);
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
        Value slope = emit.Gather(emit.Const(TensorData.Vector<double>([.. samples.Skip(1).Zip(samples, (next, sample) => (double)(short)(next - sample))]), "slopes"), integer, 0);
        Value rise = emit.Node("Floor", [emit.Mul(emit.Add(emit.Mul(slope, offset), emit.Const(64.0)), emit.Const(1 / 128.0))]);
        return emit.Add(from, rise);
    }

    private static double Round(double value) => Math.Round(value, MidpointRounding.AwayFromZero);

    private static float Round(float value) => MathF.Round(value, MidpointRounding.AwayFromZero);
}
