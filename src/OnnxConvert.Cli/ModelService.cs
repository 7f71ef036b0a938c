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
    public ConvertedFile Convert(string path, ConversionRequest request, CancellationToken cancellationToken)
    {
        var result = request.ApplyTo(Converter.FromTfLite(path)).ToOnnx(request.Opset, cancellationToken);
        return new ConvertedFile(
            output => result.Save(output),
            stream => ReportJson.Write(stream, result.Report),
            result.Report.NodeCount,
            request.Opset,
            Remarks.Of(result.Report));
    }

    public IReadOnlyList<string> Signatures(string path) => [.. TfLiteReader.Read(path).Signatures.Select(signature => signature.Key)];

    public ModelSummary Inspect(string path) => IsOnnx(path) ? OnnxSummary.Of(path) : TfLiteSummary.Of(path);

    public IReadOnlyList<HandledOperator> Operators()
    {
        var registry = new RegistrationBuilder();
        typeof(TfLiteReader).Assembly.GetCustomAttribute<RegistrationModuleAttribute>()!.CreateModule().Register(registry);
        return [.. registry.Handlers
            .Where(handler => handler.Domain != TfLiteOps.FusedDomain)
            .Select(handler => new HandledOperator(
                handler.OpType, handler.Domain == TfLiteOps.CustomDomain, handler.MinOpset, handler.Restrictions))
            .OrderBy(op => op.Custom)
            .ThenBy(op => op.Name, StringComparer.Ordinal)
            .ThenBy(op => op.MinOpset)];
    }

    /// <summary>By its name, since every file of bytes could be a protocol buffer.</summary>
    private static bool IsOnnx(string path) => Path.GetExtension(path).Equals(".onnx", StringComparison.OrdinalIgnoreCase);
}
