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
        ModelConversion.IsBundle(path) ? OfBundle<string[]>(path, bundle => [.. bundle.Entries.Where(entry => entry.IsModel).Select(entry => entry.Name)]) : [];

    public IReadOnlyList<string> Signatures(string path, string? model)
    {
        using var read = ModelConversion.ReadTfLite(path, model);
        return [.. read.Signatures.Select(signature => signature.Key)];
    }

    public ModelSummary Inspect(string path, string? model, GraphDetails details) => ModelFormats.Of(path) switch
    {
        ModelFormat.Onnx => OnnxSummary.Of(path, details),
        ModelFormat.Ort => OrtSummary.Of(path, details),
        _ when model is null && ModelConversion.IsBundle(path) => OfBundle(path, bundle => BundleSummary.Of(path, bundle)),
        _ => SummaryOfTfLite(path, model, details),
    };

    // The files are read after this, by commands that do nothing else.
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

    public OrtModel Load(string path) => ModelFormats.Of(path) == ModelFormat.Ort ? OrtModel.Load(path) : LoadOnnx(path).ToOrtAndDispose(null);

    public Diagnosis Examine(string path, RequiredOperators? configuration)
    {
        if (ModelFormats.Of(path) == ModelFormat.Ort)
        {
            using var ort = OrtModel.Load(path);
            return ModelDoctor.Examine(ort, configuration);
        }

        using var onnx = LoadOnnx(path);
        return ModelDoctor.Examine(onnx, configuration);
    }

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
    private static Model LoadOnnx(string path)
    {
        if (ModelFormats.Of(path) == ModelFormat.Onnx)
            return OnnxModel.Load(path);
        using var source = ModelConversion.ReadTfLite(path, model: null);
        return Converter.FromTfLite(source).ToOnnx().Model;
    }

    private static ModelSummary SummaryOfTfLite(string path, string? model, GraphDetails details)
    {
        using var read = ModelConversion.ReadTfLite(path, model);
        return TfLiteSummary.Of(path, read, details);
    }

    private static T OfBundle<T>(string path, Func<TfLiteBundle, T> read)
    {
        using var bundle = TfLiteBundle.Open(path);
        return read(bundle);
    }
}
