using System.Collections.Immutable;

namespace OnnxConvert.TfLite.Reading;

/// <summary>What the parts of one reading share: the file, the remarks, and what may still be allocated for sparse and compressed tensors.</summary>
internal sealed class ReadContext(TfLiteFile file)
{
    // Generous for the sparsity that occurs (up to 95 %), and a bound for files that were made to fill the memory.
    private long _denseBytesLeft = (32L << 20) + (8 * file.Length);

    private readonly ImmutableArray<string>.Builder _warnings = ImmutableArray.CreateBuilder<string>();
    private readonly List<UnsupportedItem> _unsupported = [];

    public TfLiteFile File { get; } = file;

    public ImmutableArray<string> Warnings => _warnings.ToImmutable();

    public void Warn(string message) => _warnings.Add(message);

    public void Unsupported(string tensor, string reason) => _unsupported.Add(new UnsupportedItem("", "", tensor, reason));

    /// <exception cref="UnsupportedModelException">Something was found that is not supported; all of it is listed.</exception>
    public void ThrowIfUnsupported()
    {
        if (_unsupported.Count > 0)
            throw new UnsupportedModelException(_unsupported);
    }

    /// <exception cref="InvalidModelException">The file's sparse and compressed tensors would take much more memory than a file of its size should.</exception>
    public void TakeDense(long bytes, string tensor)
    {
        _denseBytesLeft -= bytes;
        if (_denseBytesLeft < 0)
            throw new InvalidModelException($"{tensor} is sparse or compressed and takes {bytes} bytes when it is not; a file of {File.Length} bytes may expand by {(32L << 20) + (8 * File.Length)} bytes in all.");
    }
}
