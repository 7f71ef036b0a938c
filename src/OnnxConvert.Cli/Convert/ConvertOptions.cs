using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace OnnxConvert.Cli.Convert;

/// <summary>The options of <c>convert</c> and how their values are written.</summary>
internal sealed class ConvertOptions
{
    private const int DefaultOpset = 18;

    private readonly Option<int> _opset = new("--opset")
    {
        Description = "The version of ONNX's operators to convert to.", DefaultValueFactory = _ => DefaultOpset, HelpName = "N",
    };

    private readonly Option<bool> _dequantize = new("--dequantize") { Description = "Make a quantized model a float model." };

    private readonly Option<bool> _quantizedTables = new("--quantized-tables")
    {
        Description = "Look functions of 8-bit tensors up in exact tables; slower in ONNX Runtime.",
    };

    private readonly Option<bool> _quantizedActivations = new("--quantized-activations")
    {
        Description = "Quantize the activations of dynamic-range models while they run, as TFLite does.",
    };

    private readonly Option<bool> _referenceResizing = new("--reference-resizing")
    {
        Description = "Place the samples of int8 RESIZE_BILINEAR as TFLite Micro does, not exactly.",
    };

    private readonly Option<string?> _model = new("--model")
    {
        Description = "Convert this model of a bundle; 'all' writes a file for each.", HelpName = "NAME",
    };

    private readonly Option<string?> _signature = new("--signature")
    {
        Description = "Convert this entry point, with its names for inputs and outputs; 'all' writes a file for each.", HelpName = "KEY",
    };

    private readonly Option<(string, long[])[]> _inputShapes = Many("--input-shape", "NAME=1,224,224,3", "Fix the shape of an input.", ParseShape);

    private readonly Option<string[]> _inputsAsNchw = Names("--inputs-as-nchw", "Feed these NHWC inputs as NCHW.");

    private readonly Option<string[]> _outputsAsNchw = Names("--outputs-as-nchw", "Get these NHWC outputs as NCHW.");

    private readonly Option<(string, string)[]> _renames = Many("--rename", "OLD=NEW", "Rename an input or output.", ParseRename);

    private readonly Option<string[]> _outputs = Names("--outputs", "Compute these tensors in place of the model's outputs.");

    private readonly Option<(string, string?)[]> _passThrough =
        Many("--pass-through", "OP[=domain]", "Keep an operator that has no ONNX form, in a domain of yours.", ParsePassThrough);

    private readonly OrtTargetOptions _ort = new();

    public Option<string?> Output { get; } = new("--output", "-o")
    {
        Description = "The .onnx or .ort file, or a folder. Default: beside the input, as .onnx; from .onnx as .ort.", HelpName = "OUT",
    };

    public Option<string?> Report { get; } = new("--report") { Description = "Write what became of each operator.", HelpName = "FILE.json" };

    public Option<bool> Quiet { get; } = new("--quiet") { Description = "Say nothing unless something goes wrong." };

    public Option<bool> Overwrite { get; } = new("--overwrite") { Description = "Replace files that exist." };

    public void AddTo(Command command)
    {
        Option[] all =
        [
            Output, _opset, _dequantize, _quantizedTables, _quantizedActivations, _referenceResizing, _model, _signature, _inputShapes, _inputsAsNchw, _outputsAsNchw, _renames, _outputs, _passThrough, Report, Quiet, Overwrite,
        ];
        foreach (var option in all)
            command.Options.Add(option);
        _ort.AddTo(command);
    }

    /// <summary>What is asked for.</summary>
    /// <param name="parse">The command line.</param>
    /// <param name="input">The file or folder to convert.</param>
    public ConversionRequest Request(ParseResult parse, string input) => new(parse.GetValue(_opset))
    {
        Format = Format(parse, input),
        Ort = _ort.Target(parse),
        Dequantize = parse.GetValue(_dequantize),
        QuantizedTables = parse.GetValue(_quantizedTables),
        QuantizedActivations = parse.GetValue(_quantizedActivations),
        ReferenceResizing = parse.GetValue(_referenceResizing),
        Model = parse.GetValue(_model),
        Signature = parse.GetValue(_signature),
        InputShapes = parse.GetValue(_inputShapes) ?? [],
        InputsAsNchw = parse.GetValue(_inputsAsNchw) ?? [],
        OutputsAsNchw = parse.GetValue(_outputsAsNchw) ?? [],
        Renames = parse.GetValue(_renames) ?? [],
        Outputs = parse.GetValue(_outputs) ?? [],
        PassThrough = parse.GetValue(_passThrough) ?? [],
    };

    /// <summary>What the output's name says, or an option, or else what the input can become.</summary>
    private ModelFormat Format(ParseResult parse, string input)
    {
        ModelFormat? named = parse.GetValue(Output) is { } output && ModelFormats.OfName(output) is var format and not ModelFormat.TfLite ? format : null;
        ModelFormat? asked = _ort.Format(parse);
        if (named is not null && asked is not null && named != asked)
            throw new UsageException($"-o names {named.Value.Extension()[1..]}, the other options ask for {asked.Value.Extension()[1..]}.");
        return named ?? asked ?? (ModelFormats.Of(input) == ModelFormat.Onnx ? ModelFormat.Ort : ModelFormat.Onnx);
    }

    private static Option<string[]> Names(string name, string description) => new(name)
    {
        Description = description + " May be repeated, as names with commas ask for.",
        HelpName = "A,B",
        Arity = ArgumentArity.OneOrMore,
    };

    private static Option<T[]> Many<T>(string name, string form, string description, Func<string, T?> parse)
        where T : struct => new(name)
        {
            Description = description + " May be repeated.",
            HelpName = form,
            Arity = ArgumentArity.OneOrMore,
            CustomParser = result => ParseAll(result, name, form, parse),
        };

    private static T[] ParseAll<T>(ArgumentResult result, string name, string form, Func<string, T?> parse)
        where T : struct
    {
        var values = new List<T>();
        foreach (var token in result.Tokens)
        {
            if (parse(token.Value) is { } value)
                values.Add(value);
            else
                result.AddError($"{name} takes {form}, not '{token.Value}'.");
        }
        return [.. values];
    }

    /// <summary>Split at the last '=': tensor names may contain it, shapes may not.</summary>
    private static (string, long[])? ParseShape(string text)
    {
        int split = text.LastIndexOf('=');
        if (split <= 0)
            return null;
        string[] parts = text[(split + 1)..].Split(',', StringSplitOptions.TrimEntries);
        var shape = new long[parts is [""] ? 0 : parts.Length];
        for (int i = 0; i < shape.Length; i++)
        {
            if (!long.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out shape[i]))
                return null;
        }
        return (text[..split], shape);
    }

    private static (string, string)? ParseRename(string text) =>
        text.LastIndexOf('=') is var split and > 0 && split < text.Length - 1 ? (text[..split], text[(split + 1)..]) : null;

    private static (string, string?)? ParsePassThrough(string text)
    {
        int split = text.LastIndexOf('=');
        if (text.Length == 0 || split == 0 || split == text.Length - 1)
            return null;
        return split < 0 ? (text, null) : (text[..split], text[(split + 1)..]);
    }
}
