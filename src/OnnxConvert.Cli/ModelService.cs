using System.Reflection;
using OnnxConvert.Cli.Convert;
using OnnxConvert.Cli.Inspect;
using OnnxConvert.Cli.Ops;
using OnnxConvert.Extensibility;
using OnnxConvert.Ir;
using OnnxConvert.OrtFormat;
using OnnxConvert.TfLite;

namespace OnnxConvert.Cli;

/// <summary>The library itself.</summary>
internal sealed class ModelService : IModelService
{
    public ConvertedFile Convert(string path, ConversionRequest request, CancellationToken cancellationToken)
    {
        var result = request.ApplyTo(Converter.FromTfLite(Read(path, request.Model))).ToOnnx(request.Opset, cancellationToken);
        return new ConvertedFile(
            output => result.Save(output),
            stream => ReportJson.Write(stream, result.Report),
            result.Report.NodeCount,
            request.Opset,
            Remarks.Of(result.Report));
    }

    public IReadOnlyList<string> ModelsOfBundle(string path) =>
        IsBundle(path) ? [.. TfLiteBundle.Open(path).Entries.Where(entry => entry.IsModel).Select(entry => entry.Name)] : [];

    public IReadOnlyList<string> Signatures(string path, string? model) => [.. Read(path, model).Signatures.Select(signature => signature.Key)];

    public ModelSummary Inspect(string path, string? model)
    {
        if (IsOnnx(path))
            return OnnxSummary.Of(path);
        return model is null && IsBundle(path) ? BundleSummary.Of(path, TfLiteBundle.Open(path)) : TfLiteSummary.Of(path, Read(path, model));
    }

    public IReadOnlyList<CarriedFile> CarriedFiles(string path, string? model)
    {
        if (IsOnnx(path))
            return [];
        if (model is null && IsBundle(path))
        {
            var bundle = TfLiteBundle.Open(path);
            return [.. bundle.Entries.Select(entry => new CarriedFile(entry.Name, () => bundle.Read(entry.Name)))];
        }
        var read = Read(path, model);
        return [.. read.AssociatedFiles.Select(file => new CarriedFile(file.Name, () => read.ReadAssociatedFile(file.Name)))];
    }

    public Model Load(string path) => IsOrt(path) ? OrtModel.Load(path).Model : OnnxModel.Load(path).ToOrt().Model;

    public Diagnosis Examine(string path, RequiredOperators? configuration) => IsOrt(path)
        ? ModelDoctor.Examine(OrtModel.Load(path), configuration)
        : ModelDoctor.Examine(OnnxModel.Load(path), configuration);

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

    private static TfLiteModel Read(string path, string? model)
    {
        if (model is null)
            return TfLiteReader.Read(path);
        return IsBundle(path) ? TfLiteBundle.Open(path).ReadModel(model) : throw new UsageException($"'{path}' is no bundle of models; --model does not go with it.");
    }

    private static bool IsBundle(string path)
    {
        Span<byte> start = stackalloc byte[8];
        using var file = File.OpenRead(path);
        return TfLiteBundle.IsBundle(start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)]);
    }

    /// <summary>By its name, since every file of bytes could be a protocol buffer.</summary>
    private static bool IsOnnx(string path) => Path.GetExtension(path).Equals(".onnx", StringComparison.OrdinalIgnoreCase);

    private static bool IsOrt(string path) => Path.GetExtension(path).Equals(".ort", StringComparison.OrdinalIgnoreCase);
}
