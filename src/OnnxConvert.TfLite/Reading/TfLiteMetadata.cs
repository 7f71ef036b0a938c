namespace OnnxConvert.TfLite;

/// <summary>A named block of bytes in a model.</summary>
/// <param name="Name">The name; names may repeat.</param>
/// <param name="Bytes">A view of the bytes.</param>
public sealed record TfLiteMetadata(string Name, ReadOnlyMemory<byte> Bytes);
