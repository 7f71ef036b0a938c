using System.Buffers.Binary;
using OnnxConvert.Files;
using OnnxConvert.Ir;
using Fbs = OnnxConvert.OrtFormat.Schema;

namespace OnnxConvert.OrtFormat.Reading;

/// <summary>Reads tensors, whose elements stay views of the file.</summary>
internal sealed class TensorReader(OrtFile file)
{
    private const int StringData = 5;

    public TensorData Read(Fbs.Tensor tensor)
    {
        string name = tensor.Name ?? "";
        ElementType type = TypeReader.Element((int)tensor.DataType);
        long[] dims = tensor.GetDimsArray() ?? [];
        long count = TensorSizes.CountElements(dims, name);
        if (type == ElementType.Undefined)
            throw new InvalidModelException($"Tensor '{name}' has no element type.");
        if (type == ElementType.String)
            return ReadStrings(tensor, dims, count, name);
        long length = TensorSizes.CountBytes(type, count, name);
        if (tensor.ExternalDataOffset >= 0)
            return ReadExternal(tensor, type, dims, length, name);
        ReadOnlyMemory<byte> bytes = tensor.GetRawDataBytes() is { } raw ? file.View(raw) : default;
        if (bytes.Length != length)
            throw new InvalidModelException($"Tensor '{name}' of type {type.DisplayName()}[{string.Join(',', dims)}] takes {length} bytes; the file has {bytes.Length}.");
        return TensorData.FromBytes(type, dims, bytes);
    }

    /// <summary>Reads a sparse tensor, whose indices the format keeps in the smallest integer type that holds them.</summary>
    public SparseTensorData Read(Fbs.SparseTensor tensor)
    {
        string name = tensor.Values?.Name ?? "";
        if (tensor.Values is not { } values || tensor.Indices is not { } indices)
            throw new InvalidModelException($"Sparse tensor '{name}' lacks its values or indices.");
        long[] dims = tensor.GetDimsArray() ?? [];
        var sparse = new SparseTensorData(Read(values), Widen(Read(indices), name), [.. dims]);
        CheckIndices(sparse, TensorSizes.CountElements(dims, name), name);
        return sparse;
    }

    private TensorData ReadExternal(Fbs.Tensor tensor, ElementType type, long[] dims, long length, string name)
    {
        MappedFile data = file.ExternalData(name);
        if (tensor.ExternalDataOffset > data.Length - length)
            throw new InvalidModelException($"Tensor '{name}': {length} bytes at offset {tensor.ExternalDataOffset} lie outside the file of external data, which has {data.Length} bytes.");
        return TensorData.FromFile(type, dims, data, tensor.ExternalDataOffset);
    }

    private TensorData ReadStrings(Fbs.Tensor tensor, long[] dims, long count, string name)
    {
        if (tensor.StringDataLength != count)
            throw new InvalidModelException($"Tensor '{name}' of {count} strings has {tensor.StringDataLength}.");
        return TensorData.FromStrings(dims, [.. file.Strings(tensor.__p, StringData)]);
    }

    private static void CheckIndices(SparseTensorData tensor, long count, string name)
    {
        if (tensor.Values.Rank != 1 || tensor.Indices.Rank != 1 || tensor.Indices.ElementCount != tensor.Values.ElementCount)
            throw new InvalidModelException($"Sparse tensor '{name}' has {tensor.Values} for values and {tensor.Indices} for their indices; it must be one index for each.");
        foreach (long index in tensor.Indices.AsSpan<long>())
        {
            if (index < 0 || index >= count)
                throw new InvalidModelException($"Sparse tensor '{name}' of {count} elements has a value at index {index}.");
        }
    }

    private static TensorData Widen(TensorData indices, string name)
    {
        if (indices.ElementType == ElementType.Int64)
            return indices;
        int size = indices.ElementType switch
        {
            ElementType.Int8 => 1,
            ElementType.Int16 => 2,
            ElementType.Int32 => 4,
            _ => throw new InvalidModelException($"Sparse tensor '{name}' has indices of type {indices.ElementType.DisplayName()}; they must be signed integers."),
        };
        ReadOnlySpan<byte> bytes = indices.Bytes.Span;
        var wide = new long[bytes.Length / size];
        for (int i = 0; i < wide.Length; i++)
        {
            ReadOnlySpan<byte> element = bytes[(i * size)..];
            wide[i] = size switch
            {
                1 => (sbyte)element[0],
                2 => BinaryPrimitives.ReadInt16LittleEndian(element),
                _ => BinaryPrimitives.ReadInt32LittleEndian(element),
            };
        }

        return TensorData.Create<long>(wide, indices.Dims.AsSpan());
    }
}
