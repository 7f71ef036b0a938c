namespace OnnxConvert.Cli.Convert;

/// <summary>Formats by file names, since every file of bytes could be a protocol buffer.</summary>
internal static class ModelFormats
{
    /// <summary>The format of a file; TFLite for names that say nothing else.</summary>
    public static ModelFormat Of(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".onnx" => ModelFormat.Onnx,
        ".ort" => ModelFormat.Ort,
        _ => ModelFormat.TfLite,
    };

    public static string Extension(this ModelFormat format) => format switch
    {
        ModelFormat.Onnx => ".onnx",
        ModelFormat.Ort => ".ort",
        _ => ".tflite",
    };
}
