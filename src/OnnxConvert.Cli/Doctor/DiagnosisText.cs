using System.Globalization;
using OnnxConvert.OrtFormat;

namespace OnnxConvert.Cli.Doctor;

/// <summary>A diagnosis for people: an answer for each target, below it what stands in the way and what to do.</summary>
internal static class DiagnosisText
{
    public static void Write(TextWriter writer, string path, string? config, Diagnosis diagnosis)
    {
        writer.WriteLine(path);
        string since = diagnosis.Stock.Since is { } release ? $", from version {release} on{Doubt(release)}" : "";
        Write(writer, "ONNX Runtime", diagnosis.Stock.Runs ? $"runs{since}" : "does not run", diagnosis.Stock.Findings);
        Write(writer, "minimal build", diagnosis.MinimalBuild.Runs ? "runs" : "does not run", diagnosis.MinimalBuild.Findings);
        if (diagnosis.Configured is { } configured)
            Write(writer, $"build with {config}", configured.Runs ? "runs" : "does not run", configured.Findings);
        foreach (ProviderDiagnosis provider in diagnosis.Providers)
            Write(writer, provider.Name, Answer(provider), provider.Verdict == Verdict.Yes && provider.Partitioning.SupportedNodes == provider.Partitioning.Nodes ? [] : provider.Findings);
    }

    private static void Write(TextWriter writer, string target, string answer, IReadOnlyList<Finding> findings)
    {
        writer.WriteLine($"{target}: {answer}");
        foreach (Finding finding in findings)
        {
            writer.WriteLine($"  {finding.Place} {finding.Problem}");
            writer.WriteLine($"    → {finding.Advice}");
        }
    }

    private static string Doubt(string release) => Version.Parse(release) < Version.Parse(ModelDoctor.OldestExaminedRelease)
        ? $" (before {ModelDoctor.OldestExaminedRelease} by its versions alone)"
        : "";

    private static string Answer(ProviderDiagnosis provider)
    {
        Partitioning parts = provider.Partitioning;
        string word = parts.Verdict switch { Verdict.Yes => "yes", Verdict.Maybe => "perhaps; measure it", _ => "no" };
        string share = string.Create(CultureInfo.InvariantCulture, $"{parts.SupportedNodes} of {parts.Nodes} nodes in {Count(parts.Sizes.Length)}");
        string ifFixed = provider.WithFixedShapes is { } other && other.Verdict > parts.Verdict
            ? string.Create(CultureInfo.InvariantCulture, $"; with fixed sizes {(other.Verdict == Verdict.Yes ? "yes" : "perhaps")}, {other.SupportedNodes} nodes in {Count(other.Sizes.Length)}")
            : "";
        string checker = provider.ByName.Verdict == parts.Verdict ? "" : $" (ONNX Runtime's mobile checker, which looks at names only, says {provider.ByName.Verdict.ToString().ToUpperInvariant()})";
        return $"{word}: {share}{ifFixed}{checker}";
    }

    private static string Count(int partitions) => string.Create(CultureInfo.InvariantCulture, $"{partitions} partition{(partitions == 1 ? "" : "s")}");
}
