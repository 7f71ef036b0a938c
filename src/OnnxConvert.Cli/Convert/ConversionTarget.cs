namespace OnnxConvert.Cli.Convert;

/// <summary>A model to write: where to, and what was asked for.</summary>
internal sealed record ConversionTarget(string Output, string? Report, ConversionRequest Request)
{
    /// <summary>Where the operators and types that the model needs are written down; null for nowhere.</summary>
    public string? Configuration => Request is { Format: ModelFormat.Ort, Ort.ReducesTypes: true }
        ? Path.Combine(Path.GetDirectoryName(Output) ?? "", Request.Ort.ConfigurationName(Path.GetFileName(Output)))
        : null;

    /// <summary>The files that it becomes.</summary>
    public IEnumerable<string> Files => new[] { Output, Report, Configuration }.OfType<string>();

    /// <summary>All that is asked for at once: each model of a bundle, each signature of a model, with its name in those of the files.</summary>
    public IReadOnlyList<ConversionTarget> Expand(IModelService models, string path) =>
        [.. ExpandModels(models, path).SelectMany(target => target.ExpandSignatures(models, path))];

    private IEnumerable<ConversionTarget> ExpandModels(IModelService models, string path)
    {
        if (Request.Model != ConversionRequest.All)
            return [this];
        var names = models.ModelsOfBundle(path);
        if (names.Count == 0)
            throw new UsageException($"'{path}' is no bundle of models; --model does not go with it.");
        return names.Select(name => With(Path.ChangeExtension(name, null), Request with { Model = name }));
    }

    private IEnumerable<ConversionTarget> ExpandSignatures(IModelService models, string path)
    {
        if (Request.Signature != ConversionRequest.All)
            return [this];
        var keys = models.Signatures(path, Request.Model);
        if (keys.Count == 0)
            throw new UsageException($"'{path}' has no signatures; without --signature its main graph is converted.");
        return keys.Select(key => With(key, Request with { Signature = key }));
    }

    private ConversionTarget With(string name, ConversionRequest request) =>
        new(Insert(Output, name), Report is null ? null : Insert(Report, name), request);

    private static string Insert(string path, string name)
    {
        string safe = string.Join('_', name.Split(Path.GetInvalidFileNameChars()));
        return Path.Combine(Path.GetDirectoryName(path) ?? "", $"{Path.GetFileNameWithoutExtension(path)}.{safe}{Path.GetExtension(path)}");
    }
}
