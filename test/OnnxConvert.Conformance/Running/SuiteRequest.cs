using System.Globalization;

namespace OnnxConvert.Conformance.Running;

/// <summary>What to run and how; written as a command line, it tells a worker process the same.</summary>
internal sealed record SuiteRequest
{
    private SuiteRequest(string path, string? goldenFolder) => (Path, GoldenFolder) = (path, goldenFolder);

    /// <summary>The folder of models, or the archive of cases.</summary>
    public string Path { get; }

    /// <summary>The golden data of a folder of models; null for an archive.</summary>
    public string? GoldenFolder { get; }

    public int Opset { get; init; } = 18;

    public bool Dequantize { get; init; }

    /// <summary>For dequantized models: how many quantization steps an output may differ.</summary>
    public double Steps { get; init; } = 3;

    /// <summary>Where to write every .onnx file; null for nowhere.</summary>
    public string? KeepFolder { get; init; }

    /// <summary>Where to take .onnx files from instead of converting; null to convert.</summary>
    public string? RecordedFolder { get; init; }

    /// <summary>Only the names that contain this; null for all.</summary>
    public string? Only { get; init; }

    /// <summary>How many worker processes.</summary>
    public int Jobs { get; init; } = 2;

    public static SuiteRequest Models(string folder, string goldenFolder) => new(folder, goldenFolder);

    public static SuiteRequest Cases(string archive) => new(archive, goldenFolder: null);

    public CaseRunner CreateRunner() => new(
        RecordedFolder is null ? new ModelConverter() : new RecordedConverter(RecordedFolder),
        new ConvertSettings(Opset, Dequantize), Steps, KeepFolder);

    /// <summary>The arguments with which this program does the same; what only the parent needs is left out.</summary>
    public IReadOnlyList<string> ToArguments()
    {
        List<string> arguments = GoldenFolder is null ? ["cases", Path] : ["models", Path, GoldenFolder];
        arguments.AddRange(["--opset", Opset.ToString(CultureInfo.InvariantCulture)]);
        arguments.AddRange(["--steps", Steps.ToString(CultureInfo.InvariantCulture)]);
        if (Dequantize)
            arguments.Add("--dequantize");
        if (KeepFolder is not null)
            arguments.AddRange(["--keep", KeepFolder]);
        if (RecordedFolder is not null)
            arguments.AddRange(["--recorded", RecordedFolder]);
        return arguments;
    }
}
