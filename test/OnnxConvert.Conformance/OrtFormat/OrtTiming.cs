using System.Diagnostics;
using System.Globalization;
using OnnxConvert.OrtFormat;

namespace OnnxConvert.Conformance.OrtFormat;

/// <summary>How long it takes to make an .ort file of an .onnx file: here, and by a session of ONNX Runtime. The best of several runs.</summary>
internal static class OrtTiming
{
    private const int Runs = 7;

    public static string Measure(string path)
    {
        using var folder = new TemporaryFolder();
        string target = folder.Path("model.ort");
        double ours = Best(() => OnnxModel.Load(path).ToOrt(new OrtOptions { OptimizationLevel = OptimizationLevel.None }).Save(target));
        double theirs = Best(() => new OrtSession(path, target).Dispose());
        return string.Create(CultureInfo.InvariantCulture, $"{ours:0.0} ms, ONNX Runtime {theirs:0.0} ms");
    }

    private static double Best(Action action)
    {
        double best = double.MaxValue;
        for (int i = 0; i < Runs; i++)
        {
            long start = Stopwatch.GetTimestamp();
            action();
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return best;
    }
}
