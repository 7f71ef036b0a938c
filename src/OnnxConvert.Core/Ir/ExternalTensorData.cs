namespace OnnxConvert.Ir;

/// <summary>A payload that lies in a mapped file, at any offset and of any length; more than 2 GB can be pinned and copied, not viewed.</summary>
internal sealed class ExternalTensorData : TensorData
{
    private readonly FileMapping _file;
    private readonly long _offset;

    internal ExternalTensorData(ElementType elementType, ReadOnlySpan<long> dims, FileMapping file, long offset)
        : base(elementType, dims)
    {
        if (offset < 0 || offset > file.Length - ByteLength)
            throw new ArgumentOutOfRangeException(nameof(offset), $"A tensor {this} of {ByteLength} bytes at offset {offset} does not lie within a file of {file.Length} bytes.");
        _file = file;
        _offset = offset;
    }

    public override ReadOnlyMemory<byte> Bytes => ByteLength <= int.MaxValue
        ? _file.Slice(_offset, (int)ByteLength)
        : throw TooLong();

    public override TensorPin Pin() => new(_file.Pin(_offset), this);

    public override TensorData Reshape(params ReadOnlySpan<long> dims)
    {
        CheckSameCount(dims);
        return new ExternalTensorData(ElementType, dims, _file, _offset);
    }
}
