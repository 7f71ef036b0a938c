using System.Diagnostics;
using OnnxConvert.Conformance.Comparing;
using OnnxConvert.Conformance.Data;

namespace OnnxConvert.Conformance.Running;

/// <summary>Takes one model all the way: convert, load, run, compare; whatever is thrown becomes a result.</summary>
/// <param name="converter">What is being judged.</param>
/// <param name="settings">How it converts.</param>
/// <param name="dequantizedSteps">The bound, in quantization steps, for a float output that stands for a quantized one.</param>
/// <param name="keepFolder">Where to write every .onnx file; null for nowhere.</param>
internal sealed class CaseRunner(
    IModelConverter converter, ConvertSettings settings, double dequantizedSteps = 3, string? keepFolder = null)
{
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
        return Execute(@case, model, result);
    }

    private CaseResult Execute(ConformanceCase @case, ConvertedModel model, CaseResult result)
    {
        OnnxSession session;
        try
        {
            session = new OnnxSession(model.Onnx, model.AllowsExactSums);
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
                result = RunStep(@case, step, session, model.OutputSteps, result);
            return result with { Weak = Evidence.IsWeak(@case) };
        }
    }

    private CaseResult RunStep(ConformanceCase @case, int step, OnnxSession session, IReadOnlyList<double> outputSteps, CaseResult result)
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
        var rules = @case.Rules with { DequantizedSteps = dequantizedSteps };
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
        if (keepFolder is null)
            return;
        Directory.CreateDirectory(keepFolder);
        File.WriteAllBytes(Path.Combine(keepFolder, name + ".onnx"), onnx);
    }

    private static string Describe(Exception exception) => exception is Microsoft.ML.OnnxRuntime.OnnxRuntimeException
        ? exception.Message
        : $"{exception.GetType().Name}: {exception.Message}{FirstFrame(exception)}";

    /// <summary>Where it was thrown, without which an undocumented exception is hard to find.</summary>
    private static string FirstFrame(Exception exception) =>
        exception.StackTrace?.Split('\n', 2)[0].Trim() is { Length: > 0 } frame ? $" ({frame})" : "";
}
