using OnnxConvert.Ir;
using OnnxConvert.OrtFormat;
using OnnxConvert.TfLite;

namespace OnnxConvert.Cli.Convert;

/// <summary>From any of the formats to ONNX or the ORT format.</summary>
internal static class ModelConversion
{
    public static ConvertedFile Convert(string path, ConversionRequest request, CancellationToken cancellationToken) => (ModelFormats.Of(path), request.Format) switch
    {
        (ModelFormat.TfLite, var format) => OfTfLite(path, request, format, cancellationToken),
        (_, _) when request.IsAboutTfLite => throw NoTfLite(path),
        (ModelFormat.Ort, ModelFormat.Ort) when !request.Ort.IsAsked => Ort(path, OrtModel.Load(path), null, []),
        (ModelFormat.Ort, ModelFormat.Ort) => Ort(path, OrtToOnnx(path).ToOrtAndDispose(request.Ort.Options, cancellationToken), null, []),
        (ModelFormat.Ort, _) => Onnx(OrtToOnnx(path)),
        (ModelFormat.Onnx, ModelFormat.Ort) => Ort(path, OnnxModel.Load(path).ToOrtAndDispose(request.Ort.Options, cancellationToken), null, []),
        _ => throw new UsageException($"'{path}' is an .onnx file already; .ort is what it can be converted to."),
    };

    /// <param name="path">A .tflite file or a bundle.</param>
    /// <param name="model">Which model of a bundle; null for the only one.</param>
    public static TfLiteModel ReadTfLite(string path, string? model)
    {
        if (ModelFormats.Of(path) != ModelFormat.TfLite)
            throw NoTfLite(path);
        if (model is null)
            return TfLiteReader.Read(path);
        if (!IsBundle(path))
            throw new UsageException($"'{path}' is no bundle of models; --model does not go with it.");
        using var bundle = TfLiteBundle.Open(path);
        return bundle.ReadModel(model);
    }

    public static bool IsBundle(string path)
    {
        Span<byte> start = stackalloc byte[8];
        using var file = File.OpenRead(path);
        return TfLiteBundle.IsBundle(start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)]);
    }

    private static UsageException NoTfLite(string path) => new($"'{path}' is no .tflite file; options that change what is converted are for those.");

    private static ConvertedFile OfTfLite(string path, ConversionRequest request, ModelFormat format, CancellationToken cancellationToken)
    {
        using var source = ReadTfLite(path, request.Model);
        var result = request.ApplyTo(Converter.FromTfLite(source)).ToOnnx(request.Opset, cancellationToken);
        void WriteReport(Stream stream) => ReportJson.Write(stream, result.Report);
        return format == ModelFormat.Ort
            ? Ort(path, result.Model.ToOrtAndDispose(request.Ort.Options, cancellationToken), WriteReport, Remarks.Of(result.Report))
            : new ConvertedFile(output => result.Save(output), WriteReport, result.Report.NodeCount, request.Opset, Remarks.Of(result.Report), result);
    }

    private static ConvertedFile Onnx(Model model) => new(output => OnnxModel.Save(model, output), null, NodeCount(model), Opset(model), [], model);

    private static ConvertedFile Ort(string path, OrtModel model, Action<Stream>? writeReport, IReadOnlyList<string> remarks) =>
        new(output => model.Save(output), writeReport, NodeCount(model.Model), Opset(model.Model), [.. remarks, .. Remarks.Of(model)], model)
        {
            AddUsage = usage => usage.Add(Path.GetFileName(path), model),
        };

    /// <summary>Lowers a model that nobody needs any more.</summary>
    public static OrtModel ToOrtAndDispose(this Model model, OrtOptions? options, CancellationToken cancellationToken = default)
    {
        using (model)
            return model.ToOrt(options, cancellationToken);
    }

    private static Model OrtToOnnx(string path)
    {
        using var model = OrtModel.Load(path);
        return model.ToOnnx();
    }

    private static int NodeCount(Model model) => model.Graph.SelfAndSubgraphs().Sum(graph => graph.NodeCount);

    private static int Opset(Model model) => (int)model.OpsetImports.GetValueOrDefault("");
}
