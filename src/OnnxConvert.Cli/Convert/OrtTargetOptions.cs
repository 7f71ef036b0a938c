using System.CommandLine;
using OnnxConvert.OrtFormat;

namespace OnnxConvert.Cli.Convert;

/// <summary>The options of <c>convert</c> that are about .ort files.</summary>
internal sealed class OrtTargetOptions
{
    private readonly Option<ModelFormat?> _format = Choice<ModelFormat?>("--to", "What to write, where -o does not say it.", ("onnx", ModelFormat.Onnx), ("ort", ModelFormat.Ort));

    private readonly Option<OptimizationStyle?> _style = Choice<OptimizationStyle?>(
        "--optimization-style", "For .ort: fixed (the CPU runs the model) or runtime (NNAPI or CoreML run parts of it). Default: fixed.",
        ("fixed", OptimizationStyle.Fixed), ("runtime", OptimizationStyle.Runtime));

    private readonly Option<OptimizationLevel?> _level = Choice<OptimizationLevel?>(
        "--optimization-level", "For .ort: how far to optimize. Default: all.",
        ("none", OptimizationLevel.None), ("basic", OptimizationLevel.Basic), ("extended", OptimizationLevel.Extended), ("all", OptimizationLevel.All));

    private readonly Option<TargetPlatform?> _platform = Choice<TargetPlatform?>(
        "--target-platform", "For .ort: the processor. Default: arm. For amd64, level all is for one kind of it: see --channel-block-size.",
        ("arm", TargetPlatform.Arm), ("amd64", TargetPlatform.Amd64));

    private readonly Option<int?> _blockSize = Choice<int?>(
        "--channel-block-size", "For .ort, amd64, level all: 16 for processors with AVX-512, 8 for others. There it must be given.", ("8", 8), ("16", 16));

    private readonly Option<MatMulNBitsAccuracy?> _accuracy = Choice<MatMulNBitsAccuracy?>(
        "--matmulnbits-accuracy", "For .ort: what products with quantized weights may be computed in. Default: int8, as ONNX Runtime; float32 loses nothing.",
        ("any", MatMulNBitsAccuracy.Any), ("float32", MatMulNBitsAccuracy.Float32), ("float16", MatMulNBitsAccuracy.Float16),
        ("bfloat16", MatMulNBitsAccuracy.BFloat16), ("int8", MatMulNBitsAccuracy.Int8));

    private readonly Option<bool> _exactSums = new("--exact-sums-on-x64")
    {
        Description = "For .ort, amd64: integer sums that do not saturate on processors without VNNI, at some cost of speed.",
    };

    private readonly Option<bool> _reducesTypes = new("--enable-type-reduction")
    {
        Description = "For .ort: also write which kernels and types a build of ONNX Runtime needs for it.",
    };

    public void AddTo(Command command)
    {
        Option[] all = [_format, _style, _level, _platform, _blockSize, _accuracy, _exactSums, _reducesTypes];
        foreach (var option in all)
            command.Options.Add(option);
    }

    /// <summary>What to write by the options alone: the format asked for; .ort if another option is about it; else null.</summary>
    public ModelFormat? Format(ParseResult parse) =>
        parse.GetValue(_format) ?? (Target(parse) is { IsAsked: true } or { ReducesTypes: true } ? ModelFormat.Ort : null);

    public OrtTarget Target(ParseResult parse)
    {
        var (style, level, platform) = (parse.GetValue(_style), parse.GetValue(_level), parse.GetValue(_platform));
        var (blockSize, accuracy, exactSums) = (parse.GetValue(_blockSize), parse.GetValue(_accuracy), parse.GetValue(_exactSums));
        if (platform == TargetPlatform.Amd64 && level is null or OptimizationLevel.All && style != OptimizationStyle.Runtime && blockSize is null)
            throw new UsageException("For amd64, level all stores channels in blocks whose size depends on the processor: --channel-block-size 16 for those with AVX-512, 8 for others; --optimization-level extended is for all.");
        var defaults = new OrtOptions();
        return new OrtTarget(
            new OrtOptions
            {
                OptimizationStyle = style ?? defaults.OptimizationStyle,
                OptimizationLevel = level ?? defaults.OptimizationLevel,
                TargetPlatform = platform ?? defaults.TargetPlatform,
                ChannelBlockSize = blockSize,
                MatMulNBitsAccuracy = accuracy ?? defaults.MatMulNBitsAccuracy,
                HasExactSumsOnX64 = exactSums,
            },
            IsAsked: style is not null || level is not null || platform is not null || blockSize is not null || accuracy is not null || exactSums,
            parse.GetValue(_reducesTypes));
    }

    private static Option<T> Choice<T>(string name, string description, params (string Word, T Value)[] choices) => new(name)
    {
        Description = description,
        HelpName = string.Join('|', choices.Select(choice => choice.Word)),
        CustomParser = result =>
        {
            string word = result.Tokens[0].Value;
            foreach (var (choice, value) in choices)
            {
                if (choice.Equals(word, StringComparison.OrdinalIgnoreCase))
                    return value;
            }
            result.AddError($"{name} takes {string.Join(", ", choices.Select(choice => choice.Word))}, not '{word}'.");
            return default;
        },
    };
}
