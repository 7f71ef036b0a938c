namespace OnnxConvert.Ir;

/// <summary>A payload that is one block of memory: an array of our own, or a view of a loaded or mapped file.</summary>
internal sealed class DenseTensorData : TensorData
{
    internal DenseTensorData(ElementType elementType, ReadOnlySpan<long> dims, ReadOnlyMemory<byte> bytes)
        : base(elementType, dims)
    {
        if (elementType.BitSize() == 0)
            throw new ArgumentException($"Elements of type {elementType.DisplayName()} have no fixed size.", nameof(elementType));
        if (bytes.Length != ByteLength)
            throw new ArgumentException($"A tensor {this} takes {ByteLength} bytes, not {bytes.Length}.", nameof(bytes));
        Bytes = bytes;
    }

    public override ReadOnlyMemory<byte> Bytes { get; }

    public override TensorData Reshape(params ReadOnlySpan<long> dims)
    {
        CheckSameCount(dims);
        return new DenseTensorData(ElementType, dims, Bytes);
    }
}
