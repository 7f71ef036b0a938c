using System.Globalization;

namespace OnnxConvert.Conformance.Running;

/// <summary>A request as the command line that makes a worker process of it.</summary>
internal static class SuiteArguments
{
    /// <summary>The arguments; what only the parent needs is left out.</summary>
    public static IReadOnlyList<string> ToArguments(this SuiteRequest request)
    {
        List<string> arguments = request.Kind switch
        {
            SuiteKind.Models => ["models", request.Path, request.GoldenFolder!],
            SuiteKind.Cases => ["cases", request.Path],
            _ => ["backend", request.Path],
        };
        arguments.AddRange(["--opset", request.Opset.ToString(CultureInfo.InvariantCulture)]);
        arguments.AddRange(["--steps", request.Steps.ToString(CultureInfo.InvariantCulture)]);
        arguments.AddRange(["--runtime", request.Runtime, "--runtime-level", $"{request.RuntimeSettings.Level}"]);
        if (request.Dequantize)
            arguments.Add("--dequantize");
        if (request.Preparation.Level is { } level)
            arguments.AddRange(["--optimize", $"{level}"]);
        if (request.Preparation.ThroughOrt)
            arguments.Add("--through-ort");
        if (request.RuntimeSettings.PreciseSums)
            arguments.Add("--precise-sums");
        if (request.KeepFolder is not null)
            arguments.AddRange(["--keep", request.KeepFolder]);
        if (request.RecordedFolder is not null)
            arguments.AddRange(["--recorded", request.RecordedFolder]);
        arguments.Add("--worker");
        return arguments;
    }
}
