using System.Diagnostics;

namespace OnnxConvert.TfLite.Tests.Robustness;

/// <summary>What became of one damaged file: how it ended, how long it took, how much was allocated.</summary>
/// <param name="Name">Which file and which damage.</param>
/// <param name="End">The kind of exception, or null when it converted.</param>
/// <param name="Message">What the exception says.</param>
/// <param name="Fault">What broke the rules, or null.</param>
/// <param name="Seconds">From the bytes to the end.</param>
/// <param name="Allocated">Bytes allocated on the way, all together.</param>
internal sealed record DamagedConversion(string Name, Type? End, string? Message, string? Fault, double Seconds, long Allocated)
{
    private const double MaxSeconds = 2;

    /// <summary>Reads and converts; even numbers to opset 13, odd ones to 18; two of eight are dequantized.</summary>
    public static DamagedConversion Run(byte[] mutant, int number, string name)
    {
        DamagedConversion result = RunOnce(mutant, number, name);
        // A busy machine can stop any thread for a while, but hardly twice at the same place.
        if (result.Fault is null && result.Seconds > MaxSeconds)
            result = RunOnce(mutant, number, name);
        long limit = (64L << 20) + (16L * mutant.Length);
        if (result.Fault is null && (result.Seconds > MaxSeconds || result.Allocated > limit))
            return result with { Fault = $"{result.Seconds:F2} s and {result.Allocated} bytes; allowed are {MaxSeconds} s and {limit} bytes" };
        return result;
    }

    private static DamagedConversion RunOnce(byte[] mutant, int number, string name)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        long start = Stopwatch.GetTimestamp();
        Exception? end = null;
        try
        {
            Conversion conversion = Converter.FromTfLite(mutant);
            if (number / 2 % 4 == 3)
                conversion = conversion.Dequantize();
            conversion.ToOnnx(number % 2 == 0 ? 13 : 18);
        }
        catch (Exception exception)
        {
            end = exception;
        }

        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        return new DamagedConversion(name, end?.GetType(), end?.Message, FaultOf(end), seconds, allocated);
    }

    private static string? FaultOf(Exception? end) => end switch
    {
        null => null,
        OnnxConvertException when end.Message.Length > 0 => null,
        _ => end.ToString(),
    };
}
