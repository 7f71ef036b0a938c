namespace OnnxConvert.Cli.Convert;

/// <summary>Formats of files: by what is in them where that tells, else by their names.</summary>
internal static class ModelFormats
{
    private const int StartLength = 8;

    // Versions of ONNX's own format stay far below.
    private const int LargestIrVersion = 63;

    // The tags of what follows the IR version in an ONNX file: the other fields of ModelProto.
    private static ReadOnlySpan<byte> FieldTags => [0x12, 0x1A, 0x22, 0x28, 0x32, 0x3A, 0x42, 0x72];

    /// <summary>The format that the name of a file says; TFLite for names that say nothing else.</summary>
    public static ModelFormat OfName(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".onnx" => ModelFormat.Onnx,
        ".ort" => ModelFormat.Ort,
        _ => ModelFormat.TfLite,
    };

    /// <summary>The format of a file that is read; of a folder, or of what is not there, the one that the name says.</summary>
    public static ModelFormat Of(string path) => File.Exists(path) ? OfContent(path) ?? OfName(path) : OfName(path);

    /// <summary>What to say of a file whose name says another format than it has; null otherwise.</summary>
    public static string? Hint(string path) => Of(path) is var format && format != OfName(path)
        ? $"'{path}' is named like {OfName(path).DisplayName()} and is {format.DisplayName()} by its content; it is read as that."
        : null;

    public static string Extension(this ModelFormat format) => format switch
    {
        ModelFormat.Onnx => ".onnx",
        ModelFormat.Ort => ".ort",
        _ => ".tflite",
    };

    private static string DisplayName(this ModelFormat format) => format switch
    {
        ModelFormat.Onnx => "ONNX",
        ModelFormat.Ort => "the ORT format",
        _ => "TFLite",
    };

    private static ModelFormat? OfContent(string path)
    {
        Span<byte> start = stackalloc byte[StartLength];
        using FileStream file = File.OpenRead(path);
        if (file.ReadAtLeast(start, StartLength, throwOnEndOfStream: false) < StartLength)
            return null;
        ReadOnlySpan<byte> identifier = start[4..];
        if (identifier.SequenceEqual("TFL3"u8))
            return ModelFormat.TfLite;
        if (identifier.SequenceEqual("ORTM"u8))
            return ModelFormat.Ort;
        // Every file of bytes could be a protocol buffer, but hardly one starts with a small IR version and another field of the model by chance.
        return start[0] == 0x08 && start[1] <= LargestIrVersion && FieldTags.Contains(start[2]) ? ModelFormat.Onnx : null;
    }
}
