namespace OnnxConvert;

/// <summary>How a model is written to an ONNX file.</summary>
public sealed record OnnxSaveOptions
{
    /// <summary>Tensors of at least so many bytes go to the external data file, smaller ones into the model file.</summary>
    /// <value>Null, the default: no external data, unless the model file would exceed 2 GB; then tensors from 1,024 bytes on.</value>
    public long? ExternalDataThreshold { get; init; }

    /// <summary>The file name of the external data, without a folder: the file stands beside the model file.</summary>
    /// <value>Null, the default: the model's file name with <c>.data</c> appended.</value>
    public string? ExternalDataFileName { get; init; }

    /// <summary>The external file offset of every tensor is a multiple of this, so that it can be memory-mapped.</summary>
    /// <value>4,096 bytes by default; 65,536 lets Windows map tensors one by one. A power of two.</value>
    public int ExternalDataAlignment { get; init; } = 4096;

    internal void Validate()
    {
        if (ExternalDataThreshold < 0)
            throw new ArgumentException($"The threshold of external data is {ExternalDataThreshold}; it must be 0 or more bytes.");
        if (ExternalDataAlignment < 1 || (ExternalDataAlignment & (ExternalDataAlignment - 1)) != 0)
            throw new ArgumentException($"The alignment of external data is {ExternalDataAlignment}; it must be a power of two.");
        if (ExternalDataFileName is { } name && (name.Length == 0 || name is "." or ".." || name.AsSpan().IndexOfAny(['/', '\\', ':', '\0']) >= 0))
            throw new ArgumentException($"The external data file name '{name}' must be a plain file name without a folder.");
    }
}
