using System.Reflection;
using OnnxConvert.Cli.Convert;
using OnnxConvert.Cli.Inspect;
using OnnxConvert.Cli.Ops;
using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;
using OnnxConvert.OrtFormat;
using OnnxConvert.TfLite;

namespace OnnxConvert.Cli;

/// <summary>The library itself.</summary>
internal sealed class ModelService : IModelService
{
    public ConvertedFile Convert(string path, ConversionRequest request, CancellationToken cancellationToken) =>
        ModelConversion.Convert(path, request, cancellationToken);

    public IReadOnlyList<string> ModelsOfBundle(string path) =>
        ModelConversion.IsBundle(path) ? [.. TfLiteBundle.Open(path).Entries.Where(entry => entry.IsModel).Select(entry => entry.Name)] : [];

    public IReadOnlyList<string> Signatures(string path, string? model) => [.. ModelConversion.ReadTfLite(path, model).Signatures.Select(signature => signature.Key)];

    public ModelSummary Inspect(string path, string? model) => ModelFormats.Of(path) switch
    {
        ModelFormat.Onnx => OnnxSummary.Of(path),
        ModelFormat.Ort => OrtSummary.Of(path),
        _ when model is null && ModelConversion.IsBundle(path) => BundleSummary.Of(path, TfLiteBundle.Open(path)),
        _ => TfLiteSummary.Of(path, ModelConversion.ReadTfLite(path, model)),
    };

    public IReadOnlyList<CarriedFile> CarriedFiles(string path, string? model)
    {
        if (ModelFormats.Of(path) != ModelFormat.TfLite)
            return [];
        if (model is null && ModelConversion.IsBundle(path))
        {
            var bundle = TfLiteBundle.Open(path);
            return [.. bundle.Entries.Select(entry => new CarriedFile(entry.Name, () => bundle.Read(entry.Name)))];
        }
        var read = ModelConversion.ReadTfLite(path, model);
        return [.. read.AssociatedFiles.Select(file => new CarriedFile(file.Name, () => read.ReadAssociatedFile(file.Name)))];
    }

    public OrtModel Load(string path) => ModelFormats.Of(path) == ModelFormat.Ort ? OrtModel.Load(path) : LoadOnnx(path).ToOrt();

    public Diagnosis Examine(string path, RequiredOperators? configuration) => ModelFormats.Of(path) == ModelFormat.Ort
        ? ModelDoctor.Examine(OrtModel.Load(path), configuration)
        : ModelDoctor.Examine(LoadOnnx(path), configuration);

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

    /// <summary>An .onnx file, or what a .tflite file is converted to without options.</summary>
    private static Model LoadOnnx(string path) =>
        ModelFormats.Of(path) == ModelFormat.Onnx ? OnnxModel.Load(path) : Converter.FromTfLite(ModelConversion.ReadTfLite(path, model: null)).ToOnnx().Model;
}
