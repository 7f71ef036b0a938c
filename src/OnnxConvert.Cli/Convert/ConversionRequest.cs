using OnnxConvert.OrtFormat;

namespace OnnxConvert.Cli.Convert;

/// <summary>What the options of <c>convert</c> ask for.</summary>
internal sealed record ConversionRequest(int Opset)
{
    /// <summary>In place of a name: one after the other.</summary>
    public const string All = "all";

    public bool QuantizedTables { get; init; }

    public bool QuantizedActivations { get; init; }

    public bool ReferenceResizing { get; init; }

    /// <summary>Which model of a bundle; null for the only one.</summary>
    public string? Model { get; init; }

    /// <summary>What to write: ONNX or the ORT format.</summary>
    public ModelFormat Format { get; init; } = ModelFormat.Onnx;

    /// <summary>How to write it, if it is the ORT format.</summary>
    public OrtTarget Ort { get; init; } = new(new OrtOptions(), IsAsked: false, ReducesTypes: false);

    public bool Dequantize { get; init; }

    /// <summary>The key of the signature to convert; null for the main graph.</summary>
    public string? Signature { get; init; }

    public IReadOnlyList<(string Name, long[] Shape)> InputShapes { get; init; } = [];

    /// <summary>Names, or lists of them: <see cref="NameLists"/>.</summary>
    public IReadOnlyList<string> InputsAsNchw { get; init; } = [];

    public IReadOnlyList<string> OutputsAsNchw { get; init; } = [];

    public IReadOnlyList<(string Old, string New)> Renames { get; init; } = [];

    public IReadOnlyList<string> Outputs { get; init; } = [];

    /// <summary>Operators that stay what they are, each with the ONNX domain it goes to; null for the library's default.</summary>
    public IReadOnlyList<(string Operator, string? Domain)> PassThrough { get; init; } = [];

    /// <summary>The name of the file for a model of that name.</summary>
    public string OutputName(string stem) => Format == ModelFormat.Ort ? Ort.ModelName(stem) : stem + Format.Extension();

    /// <summary>Whether it asks for something that only a conversion from TFLite does.</summary>
    public bool IsAboutTfLite => Dequantize || QuantizedTables || QuantizedActivations || ReferenceResizing || Model is not null || Signature is not null || InputShapes.Count + InputsAsNchw.Count + OutputsAsNchw.Count + Renames.Count + Outputs.Count + PassThrough.Count > 0;

    public Conversion ApplyTo(Conversion conversion)
    {
        if (Signature is not null)
            conversion = conversion.WithSignature(Signature);
        if (Dequantize)
            conversion = conversion.Dequantize();
        if (QuantizedTables)
            conversion = conversion.WithQuantizedTables();
        if (QuantizedActivations)
            conversion = conversion.WithQuantizedActivations();
        if (ReferenceResizing)
            conversion = conversion.WithReferenceResizing();
        foreach (var (name, shape) in InputShapes)
            conversion = conversion.WithInputShape(name, shape);
        foreach (var (old, renamed) in Renames)
            conversion = conversion.Rename(old, renamed);
        foreach (var (op, domain) in PassThrough)
            conversion = domain is null ? conversion.PassThrough(op) : conversion.PassThrough(op, domain);
        if (InputsAsNchw.Count > 0)
            conversion = conversion.InputsAsNchw(NameLists.Resolve(InputsAsNchw, conversion.Source));
        if (OutputsAsNchw.Count > 0)
            conversion = conversion.OutputsAsNchw(NameLists.Resolve(OutputsAsNchw, conversion.Source));
        return Outputs.Count > 0 ? conversion.WithOutputs(NameLists.Resolve(Outputs, conversion.Source)) : conversion;
    }
}
