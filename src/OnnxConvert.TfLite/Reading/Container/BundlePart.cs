namespace OnnxConvert.TfLite.Reading;

/// <summary>An entry of a bundle, and how to read it.</summary>
internal sealed record BundlePart(TfLiteBundleEntry Entry, Func<ReadOnlyMemory<byte>> Read);
