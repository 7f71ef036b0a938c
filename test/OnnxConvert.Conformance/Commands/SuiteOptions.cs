using System.CommandLine;
using OnnxConvert.OrtFormat;

namespace OnnxConvert.Conformance.Commands;

/// <summary>The options that the commands share.</summary>
internal sealed class SuiteOptions
{
    private readonly Option<int> _opset = new("--opset") { DefaultValueFactory = _ => 18, Description = "The ONNX opset to convert to." };
    private readonly Option<bool> _dequantize = new("--dequantize") { Description = "Convert to a float model; quantized outputs are compared in steps." };
    private readonly Option<double> _steps = new("--steps") { DefaultValueFactory = _ => 3, Description = "With --dequantize: how many quantization steps an output may differ." };
    private readonly Option<string?> _json = new("--json") { Description = "Write the results to this file." };
    private readonly Option<string?> _only = new("--only") { Description = "Only the models whose name contains this." };
    private readonly Option<string?> _keep = new("--keep") { Description = "Write every converted model into this folder." };
    private readonly Option<string?> _known = new("--known") { Description = "A list of known failures; anything else than what it says is a failure." };
    private readonly Option<string?> _writeKnown = new("--write-known") { Description = "Write the list of known failures that this run needs." };
    private readonly Option<string?> _recorded = new("--recorded") { Description = "Judge the .onnx files of this folder instead of converting." };
    private readonly Option<OptimizationLevel?> _optimize = new("--optimize") { Description = "Optimize the ONNX models at this level first." };
    private readonly Option<bool> _throughOrt = new("--through-ort") { Description = "Run the models as ORT format files that we write." };
    private readonly Option<string> _runtime = new("--runtime") { DefaultValueFactory = _ => StockRuntime.Instance.Name, Description = "What computes the models." };
    private readonly Option<OptimizationLevel> _runtimeLevel = new("--runtime-level") { DefaultValueFactory = _ => OptimizationLevel.All, Description = "What the runtime itself may optimize." };
    private readonly Option<bool> _preciseSums = new("--precise-sums") { Description = "Ask ONNX Runtime for exact integer sums (session.x64quantprecision)." };
    private readonly Option<int> _jobs = new("--jobs") { DefaultValueFactory = _ => 2, Description = "How many models at a time." };
    private readonly Option<bool> _worker = new("--worker") { Description = "Take names from standard input.", Hidden = true };
    private readonly Option<bool> _verbose = new("--verbose") { Description = "Show passes and warnings too." };

    public void AddTo(Command command)
    {
        command.Options.Add(_opset);
        command.Options.Add(_dequantize);
        command.Options.Add(_steps);
        command.Options.Add(_json);
        command.Options.Add(_only);
        command.Options.Add(_keep);
        command.Options.Add(_known);
        command.Options.Add(_writeKnown);
        command.Options.Add(_recorded);
        _runtime.AcceptOnlyFromAmong([.. ModelRuntimes.All.Select(runtime => runtime.Name)]);
        command.Options.Add(_optimize);
        command.Options.Add(_throughOrt);
        command.Options.Add(_runtime);
        command.Options.Add(_runtimeLevel);
        command.Options.Add(_preciseSums);
        command.Options.Add(_jobs);
        command.Options.Add(_worker);
        command.Options.Add(_verbose);
    }

    public string? Only(ParseResult parse) => parse.GetValue(_only);

    public string? Json(ParseResult parse) => parse.GetValue(_json);

    public string? Known(ParseResult parse) => parse.GetValue(_known);

    public string? WriteKnown(ParseResult parse) => parse.GetValue(_writeKnown);

    public bool IsWorker(ParseResult parse) => parse.GetValue(_worker);

    public bool Verbose(ParseResult parse) => parse.GetValue(_verbose);

    public IModelRuntime Runtime(ParseResult parse) => ModelRuntimes.Find(parse.GetRequiredValue(_runtime));

    public ConvertSettings Settings(ParseResult parse) => new(parse.GetValue(_opset), parse.GetValue(_dequantize));

    /// <summary>Completes a request by what the options say.</summary>
    public SuiteRequest Apply(SuiteRequest request, ParseResult parse) => request with
    {
        Opset = parse.GetValue(_opset),
        Dequantize = parse.GetValue(_dequantize),
        Steps = parse.GetValue(_steps),
        Preparation = new Preparation(parse.GetValue(_optimize), parse.GetValue(_throughOrt)),
        Runtime = parse.GetRequiredValue(_runtime),
        RuntimeSettings = new RuntimeSettings { Level = parse.GetValue(_runtimeLevel), PreciseSums = parse.GetValue(_preciseSums) },
        KeepFolder = parse.GetValue(_keep),
        RecordedFolder = parse.GetValue(_recorded),
        Only = parse.GetValue(_only),
        Jobs = parse.GetValue(_jobs),
    };
}
