using System.Diagnostics;
using OnnxConvert.Testing.Comparing;
using OnnxConvert.Testing.Data;
using OnnxConvert.Testing.Preparing;
using OnnxConvert.Testing.Runtimes;

namespace OnnxConvert.Testing.Running;

/// <summary>Takes one model all the way: convert, prepare, load, run, compare; whatever is thrown becomes a result.</summary>
/// <param name="converter">Gets to the ONNX model.</param>
/// <param name="settings">How it converts.</param>
/// <param name="runtime">What computes it.</param>
public sealed class CaseRunner(IModelConverter converter, ConvertSettings settings, IModelRuntime runtime)
{
    /// <summary>What is done with the ONNX model before it is run.</summary>
    public Preparation Preparation { get; init; } = Preparation.None;

    public RuntimeSettings RuntimeSettings { get; init; } = RuntimeSettings.Default;

    /// <summary>The bound, in quantization steps, for a float output that stands for a quantized one.</summary>
    public double DequantizedSteps { get; init; } = 3;

    /// <summary>Where to write every .onnx file; null for nowhere.</summary>
    public string? KeepFolder { get; init; }

    public CaseResult Run(ConformanceCase @case)
    {
        var clock = Stopwatch.StartNew();
        var result = Judge(@case);
        if (result.Failed && @case.Quirk is not null)
            result = result with { Error = $"{result.Error} (TFLite: {@case.Quirk})" };
        return result with { Seconds = clock.Elapsed.TotalSeconds };
    }

    private CaseResult Judge(ConformanceCase @case)
    {
        if (@case.IsUnreadable)
            return new CaseResult(@case.Name, Stage.Skipped) { Error = @case.SkipReason };
        ConvertedModel model;
        NodeCounts counts;
        try
        {
            model = converter.Convert(@case.Model, settings);
            counts = NodeCounts.Of(model.Onnx);
        }
        catch (ConversionRefusedException refusal)
        {
            // TFLite refused this one as well: as it should be.
            return @case.SkipReason is not null && refusal.Stage != Stage.Check
                ? new CaseResult(@case.Name, Stage.Skipped) { Error = @case.SkipReason }
                : new CaseResult(@case.Name, refusal.Stage) { Error = refusal.Message, Causes = refusal.Causes };
        }
        catch (Exception exception)
        {
            return new CaseResult(@case.Name, Stage.Convert) { Error = Describe(exception) };
        }

        Keep(@case.Name, model.Onnx);
        var result = new CaseResult(@case.Name, Stage.Pass) { Counts = counts, Warnings = model.Warnings };
        byte[] prepared;
        try
        {
            prepared = Preparation.Prepare(model.Onnx);
        }
        catch (Exception exception)
        {
            return result with { Stage = exception is UnsupportedModelException ? Stage.Unsupported : Stage.Convert, Error = Describe(exception) };
        }

        return Execute(@case, prepared, model.OutputSteps, result);
    }

    private CaseResult Execute(ConformanceCase @case, byte[] model, IReadOnlyList<double> outputSteps, CaseResult result)
    {
        StatefulSession session;
        try
        {
            session = new StatefulSession(runtime.Load(model, RuntimeSettings));
        }
        catch (Exception exception)
        {
            return result with { Stage = Stage.Load, Error = Describe(exception) };
        }

        using (session)
        {
            if (@case.SkipReason is not null)
                return result with { Stage = Stage.Skipped, Error = @case.SkipReason };
            for (int step = 0; step < @case.Steps.Count && !result.Failed; step++)
                result = RunStep(@case, step, session, outputSteps, result);
            return result with { Weak = Evidence.IsWeak(@case) };
        }
    }

    private CaseResult RunStep(ConformanceCase @case, int step, StatefulSession session, IReadOnlyList<double> outputSteps, CaseResult result)
    {
        IReadOnlyList<Tensor> outputs;
        try
        {
            outputs = session.Run(@case.Steps[step].Inputs(), @case.InputQuantization);
        }
        catch (Exception exception)
        {
            return result with { Stage = Stage.Run, Error = $"set {step}: {Describe(exception)}" };
        }

        var expected = @case.Steps[step].Outputs;
        if (outputs.Count != expected.Count)
            return result with { Stage = Stage.Wrong, Error = $"{outputs.Count} outputs, expected {expected.Count}" };
        var rules = @case.Rules with { AllowsDequantized = settings.Dequantize, DequantizedSteps = DequantizedSteps };
        for (int i = 0; i < outputs.Count; i++)
        {
            var comparison = OutputComparer.Compare(expected[i], outputs[i], rules with { FloatStep = outputSteps.ElementAtOrDefault(i) });
            result = result with
            {
                Worst = Math.Max(result.Worst, comparison.Worst),
                Steps = Math.Max(result.Steps, comparison.Steps),
            };
            if (comparison.Problem is not null)
                return result with { Stage = Stage.Wrong, Error = $"set {step}, output {i} '{expected[i].Name}': {comparison.Problem}" };
        }
        return result;
    }

    private void Keep(string name, byte[] onnx)
    {
        if (KeepFolder is null)
            return;
        string path = Path.Combine(KeepFolder, name + ".onnx");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, onnx);
    }

    private static string Describe(Exception exception) => exception is ModelRuntimeException or OnnxConvertException
        ? exception.Message
        : $"{exception.GetType().Name}: {exception.Message}{FirstFrame(exception)}";

    /// <summary>Where it was thrown, without which an undocumented exception is hard to find.</summary>
    private static string FirstFrame(Exception exception) =>
        exception.StackTrace?.Split('\n', 2)[0].Trim() is { Length: > 0 } frame ? $" ({frame})" : "";
}
