namespace OnnxConvert.TfLite;

/// <summary>A file in the ZIP archive at the end of a model, such as its labels.</summary>
/// <param name="Name">The name in the archive.</param>
/// <param name="Length">The length in bytes that the archive states.</param>
/// <param name="CompressedLength">The length in bytes as stored.</param>
public sealed record TfLiteAssociatedFile(string Name, long Length, long CompressedLength);
