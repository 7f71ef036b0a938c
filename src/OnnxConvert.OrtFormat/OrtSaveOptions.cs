namespace OnnxConvert.OrtFormat;

/// <summary>How a model is written to an ORT file.</summary>
public sealed record OrtSaveOptions
{
    /// <summary>The version of the format: 6, the default, or 5 for ONNX Runtime 1.13 to 1.15, which has no float8 types.</summary>
    public int FormatVersion { get; init; } = OrtModel.MaxFormatVersion;

    /// <summary>
    /// Initializers of at least so many bytes go to a second file, the model's name with <c>.data</c> appended. Stock ONNX Runtime
    /// loads no such model for inference, so this is for models beyond 2 GB and runtimes that read them, as OnnxConvert.Mobile.
    /// </summary>
    /// <value>Null, the default: no second file.</value>
    public long? ExternalDataThreshold { get; init; }

    internal void Validate()
    {
        if (FormatVersion is not (5 or 6))
            throw new ArgumentException($"Version {FormatVersion} of the ORT format cannot be written; versions 5 and 6 can.");
        if (ExternalDataThreshold < 0)
            throw new ArgumentException($"The threshold of external data is {ExternalDataThreshold}; it must be 0 or more bytes.");
    }
}
