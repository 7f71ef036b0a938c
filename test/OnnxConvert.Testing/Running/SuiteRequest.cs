using OnnxConvert.Testing.Preparing;
using OnnxConvert.Testing.Runtimes;

namespace OnnxConvert.Testing.Running;

/// <summary>A suite, what is done with its models, and what computes them.</summary>
public sealed record SuiteRequest
{
    private SuiteRequest(SuiteKind kind, string path, string? goldenFolder = null) => (Kind, Path, GoldenFolder) = (kind, path, goldenFolder);

    public SuiteKind Kind { get; }

    /// <summary>The folder of models, or the archive of cases.</summary>
    public string Path { get; }

    /// <summary>The golden data of a folder of .tflite models; null for other suites.</summary>
    public string? GoldenFolder { get; }

    /// <summary>The opset to which .tflite models are converted.</summary>
    public int Opset { get; init; } = 18;

    public bool Dequantize { get; init; }

    /// <summary>For dequantized models: how many quantization steps an output may differ.</summary>
    public double Steps { get; init; } = 3;

    /// <summary>Where to take .onnx files from instead of converting; null to convert.</summary>
    public string? RecordedFolder { get; init; }

    /// <summary>What is done with the ONNX models before they are run.</summary>
    public Preparation Preparation { get; init; } = Preparation.None;

    /// <summary>The name of what computes them.</summary>
    public string Runtime { get; init; } = StockRuntime.Instance.Name;

    public RuntimeSettings RuntimeSettings { get; init; } = RuntimeSettings.Default;

    /// <summary>Where to write every .onnx file; null for nowhere.</summary>
    public string? KeepFolder { get; init; }

    /// <summary>Only the names that contain this; null for all.</summary>
    public string? Only { get; init; }

    /// <summary>How many worker processes.</summary>
    public int Jobs { get; init; } = 2;

    /// <summary>A folder of .tflite files with golden data: the corpus, the fixtures, the models for speed.</summary>
    public static SuiteRequest Models(string folder, string goldenFolder) => new(SuiteKind.Models, folder, goldenFolder);

    /// <summary>An archive of one-operator cases.</summary>
    public static SuiteRequest Cases(string archive) => new(SuiteKind.Cases, archive);

    /// <summary>A folder of ONNX's backend tests.</summary>
    public static SuiteRequest Backend(string folder) => new(SuiteKind.Backend, folder);

    public CaseRunner CreateRunner() => new(Converter(), new ConvertSettings(Opset, Dequantize), ModelRuntimes.Find(Runtime))
    {
        Preparation = Preparation,
        RuntimeSettings = RuntimeSettings,
        DequantizedSteps = Steps,
        KeepFolder = KeepFolder,
    };

    private IModelConverter Converter() => Kind == SuiteKind.Backend ? new OnnxFileConverter()
        : RecordedFolder is not null ? new RecordedConverter(RecordedFolder)
        : new ModelConverter();
}
