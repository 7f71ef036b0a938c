using System.Reflection;
using OnnxConvert.Cli.Convert;
using OnnxConvert.Cli.Inspect;
using OnnxConvert.Cli.Ops;
using OnnxConvert.Extensibility;
using OnnxConvert.TfLite;

namespace OnnxConvert.Cli;

/// <summary>The library itself.</summary>
internal sealed class ModelService : IModelService
{
    public ConvertedFile Convert(string path, ConversionRequest request, CancellationToken cancellationToken) =>
        ModelConversion.Convert(path, request, cancellationToken);

    public IReadOnlyList<string> Signatures(string path) => [.. TfLiteReader.Read(path).Signatures.Select(signature => signature.Key)];

    public ModelSummary Inspect(string path) => ModelFormats.Of(path) switch
    {
        ModelFormat.Onnx => OnnxSummary.Of(path),
        ModelFormat.Ort => OrtSummary.Of(path),
        _ => TfLiteSummary.Of(path),
    };

    public IReadOnlyList<HandledOperator> Operators()
    {
        var registry = new RegistrationBuilder();
        typeof(TfLiteReader).Assembly.GetCustomAttribute<RegistrationModuleAttribute>()!.CreateModule().Register(registry);
        return [.. registry.Handlers
            .Select(handler => new HandledOperator(
                handler.OpType, handler.Domain == TfLiteOps.CustomDomain, handler.MinOpset, handler.Restrictions))
            .OrderBy(op => op.Custom)
            .ThenBy(op => op.Name, StringComparer.Ordinal)
            .ThenBy(op => op.MinOpset)];
    }
}
