namespace OnnxConvert.Cli.Convert;

/// <summary>What the options of <c>convert</c> ask for.</summary>
internal sealed record ConversionRequest(int Opset)
{
    public bool Dequantize { get; init; }

    public IReadOnlyList<(string Name, long[] Shape)> InputShapes { get; init; } = [];

    public IReadOnlyList<string> InputsAsNchw { get; init; } = [];

    public IReadOnlyList<string> OutputsAsNchw { get; init; } = [];

    public IReadOnlyList<(string Old, string New)> Renames { get; init; } = [];

    public IReadOnlyList<string> Outputs { get; init; } = [];

    /// <summary>Operators that stay what they are, each with the ONNX domain it goes to; null for the library's default.</summary>
    public IReadOnlyList<(string Operator, string? Domain)> PassThrough { get; init; } = [];
}
