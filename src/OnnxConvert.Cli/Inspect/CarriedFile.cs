namespace OnnxConvert.Cli.Inspect;

/// <summary>A file inside a model or a bundle.</summary>
internal sealed record CarriedFile(string Name, Func<ReadOnlyMemory<byte>> Read);
