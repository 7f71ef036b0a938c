using System.Diagnostics;
using OnnxConvert.Converting;

namespace OnnxConvert.Conformance.Hybrid;

/// <summary>Measures how far both forms of a dynamic-range model are from TFLite, and how long ONNX Runtime takes for them.</summary>
/// <param name="opset">The opset to convert to.</param>
internal sealed class HybridRunner(int opset)
{
    private const int MinRuns = 20;
    private const int MaxRuns = 400;
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(4);

    /// <returns>The figures; null where the two forms are one, or TFLite recorded nothing.</returns>
    public HybridResult? Run(string modelPath, string goldenFolder)
    {
        ConformanceCase @case = GoldenFolder.Read(modelPath, goldenFolder);
        if (@case.SkipReason is not null)
            return null;
        Conversion conversion = Converter.FromTfLite(modelPath);
        ConversionResult quantized;
        try
        {
            quantized = conversion.WithQuantizedActivations().ToOnnx(opset);
        }
        catch (UnsupportedModelException)
        {
            return null;
        }

        if (!quantized.Report.Passes.ContainsKey("DynamicQuantizationOptimizer"))
            return null;
        using StatefulSession first = Load(conversion.ToOnnx(opset));
        using StatefulSession second = Load(quantized);
        (double firstError, double secondError) = (Error(@case, first), Error(@case, second));
        (double firstTime, double secondTime) = Time(@case, first, second);
        return new HybridResult(@case.Name, new HybridFigures(firstError, firstTime), new HybridFigures(secondError, secondTime));
    }

    private static StatefulSession Load(ConversionResult result) =>
        new(StockRuntime.Instance.Load(result.ToBytes(), RuntimeSettings.Default));

    private static double Error(ConformanceCase @case, StatefulSession session)
    {
        double worst = 0;
        foreach (ConformanceStep step in @case.Steps)
        {
            if (!@case.Stateful)
                session.Reset();
            IReadOnlyList<Tensor> outputs = session.Run(step.Inputs(), @case.InputQuantization);
            foreach ((ExpectedOutput expected, Tensor actual) in step.Outputs.Zip(outputs))
            {
                for (int k = 0; k < expected.SampleCount && TensorElements.IsFloat(expected.Type); k++)
                {
                    double difference = Math.Abs(TensorElements.Real(expected.Type, expected.Samples.Span, k) - TensorElements.Real(actual.Type, actual.Bytes, k * expected.Stride));
                    worst = Math.Max(worst, difference / expected.AbsMax);
                }
            }
        }

        session.Reset();
        return worst;
    }

    /// <summary>Processor time, and the runs of the two take turns, so that what else the machine does falls on both.</summary>
    private static (double First, double Second) Time(ConformanceCase @case, StatefulSession first, StatefulSession second)
    {
        IReadOnlyList<Tensor> inputs = @case.Steps[0].Inputs();
        (double First, double Second) best = (double.MaxValue, double.MaxValue);
        long start = Stopwatch.GetTimestamp();
        for (int run = 0; run < MaxRuns && (run < MinRuns || Stopwatch.GetElapsedTime(start) < Budget); run++)
            best = (Math.Min(best.First, Once(first)), Math.Min(best.Second, Once(second)));
        return best;

        double Once(StatefulSession session)
        {
            TimeSpan before = Environment.CpuUsage.TotalTime;
            session.Run(inputs, @case.InputQuantization);
            return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
        }
    }
}
