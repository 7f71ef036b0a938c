namespace OnnxConvert.Ir;

/// <summary>A payload that lies in a mapped file, at any offset and of any length; more than 2 GB can be copied, not viewed.</summary>
internal sealed class ExternalTensorData : TensorData
{
    private readonly MappedFile _file;
    private readonly long _offset;

    internal ExternalTensorData(ElementType elementType, ReadOnlySpan<long> dims, MappedFile file, long offset)
        : base(elementType, dims)
    {
        if (offset < 0 || offset > file.Length - ByteLength)
            throw new ArgumentOutOfRangeException(nameof(offset), $"A tensor {this} of {ByteLength} bytes at offset {offset} does not lie within a file of {file.Length} bytes.");
        _file = file;
        _offset = offset;
    }

    public override ReadOnlyMemory<byte> Bytes => ByteLength <= int.MaxValue
        ? _file.Slice(_offset, (int)ByteLength)
        : throw new NotSupportedException($"The tensor {this} takes {ByteLength} bytes, more than one block of memory can hold.");

    public override void CopyTo(Stream destination)
    {
        const int Piece = 1 << 26;
        for (long done = 0; done < ByteLength; done += Piece)
            destination.Write(_file.Slice(_offset + done, (int)Math.Min(Piece, ByteLength - done)).Span);
    }

    public override TensorData Reshape(params ReadOnlySpan<long> dims)
    {
        CheckSameCount(dims);
        return new ExternalTensorData(ElementType, dims, _file, _offset);
    }
}
