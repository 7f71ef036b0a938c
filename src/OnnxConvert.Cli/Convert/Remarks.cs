using OnnxConvert.Converting;
using OnnxConvert.OrtFormat;

namespace OnnxConvert.Cli.Convert;

/// <summary>What a report has to say to someone who only converts: each remark once, with how often it occurs.</summary>
internal static class Remarks
{
    public static IReadOnlyList<string> Of(ConversionReport report)
    {
        var byOperator = report.Operators
            .SelectMany(op => op.Remarks.Select(remark => $"{op.OpType}: {remark}"))
            .GroupBy(remark => remark, StringComparer.Ordinal)
            .Select(group => group.Count() == 1 ? group.Key : $"{group.Key} ({group.Count()} times)");
        return [.. report.Remarks, .. byOperator];
    }

    /// <summary>What lowering a model to the ORT format has to say.</summary>
    public static IEnumerable<string> Of(OrtModel model) => model.Passes.Warning is { } warning ? [.. model.Warnings, $"optimizers {warning}"] : model.Warnings;
}
