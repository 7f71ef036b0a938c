namespace OnnxConvert.TfLite;

/// <summary>One file in a bundle.</summary>
/// <param name="Name">Its path in the bundle.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="IsModel">Whether it is a TFLite model.</param>
public sealed record TfLiteBundleEntry(string Name, long Length, bool IsModel);
