using OnnxConvert.Ir;

namespace OnnxConvert.OrtFormat.Writing;

/// <summary>Writes large tensors to the file of external data, each on a whole cache line.</summary>
internal sealed class ExternalDataWriter(Stream stream, long threshold)
{
    private const int Alignment = 64;

    public bool Takes(TensorData data) => data.ElementType != ElementType.String && data.ByteLength >= Math.Max(threshold, 1);

    /// <returns>Where the tensor starts in the file.</returns>
    public long Write(TensorData data)
    {
        long offset = (stream.Position + Alignment - 1) / Alignment * Alignment;
        stream.Position = offset;
        data.CopyTo(stream);
        return offset;
    }
}
