using System.Collections.Immutable;
using Google.Protobuf;
using OnnxConvert.Files.Proto;
using OnnxConvert.Ir;

namespace OnnxConvert.Files.Reading;

/// <summary>
/// Reads tensors. Whatever field the elements stand in, the result holds them as raw little-endian bytes: views of the file where they
/// stand there so.
/// </summary>
/// <param name="payloads">Where the bytes are that were cut out of the messages; null if none were: a tensor that is a file of its own.</param>
/// <param name="externalData">The files beside the model.</param>
internal sealed class TensorReader(FilePayloads? payloads, ExternalDataReader externalData)
{
    /// <summary>The bytes of a string attribute.</summary>
    public ReadOnlyMemory<byte> Text(ByteString place) => payloads?.Text(place) ?? place.Memory;

    public TensorData Read(TensorProto tensor)
    {
        ElementType type = TypeReader.Element(tensor.DataType);
        long[] dims = [.. tensor.Dims];
        long count = TensorSizes.CountElements(dims, tensor.Name);
        if (type == ElementType.Undefined)
            throw new InvalidModelException($"Tensor '{tensor.Name}' has no element type.");
        if (tensor.Segment is not null)
            throw new UnsupportedModelException($"Tensor '{tensor.Name}' is stored in segments; only whole tensors are supported.");
        if (tensor.DataLocation == TensorProto.Types.DataLocation.External)
            return externalData.Read(tensor, type, dims, TensorSizes.CountBytes(type, count, tensor.Name));
        if (type == ElementType.String)
            return ReadStrings(tensor, dims, count);

        ReadOnlyMemory<byte> bytes = tensor.HasRawData ? payloads?.View(tensor.RawData) ?? tensor.RawData.Memory : TypedFields.ToBytes(tensor, type);
        long expected = TensorSizes.CountBytes(type, count, tensor.Name);
        if (bytes.Length != expected)
            throw new InvalidModelException($"Tensor '{tensor.Name}' of type {type.DisplayName()}[{string.Join(',', dims)}] takes {expected} bytes; the file has {bytes.Length}.");
        return TensorData.FromBytes(type, dims, bytes);
    }

    public SparseTensorData Read(SparseTensorProto tensor)
    {
        if (tensor.Values is null || tensor.Indices is null)
            throw new InvalidModelException($"Sparse tensor '{tensor.Values?.Name}' lacks its values or indices.");
        TensorSizes.CountElements([.. tensor.Dims], tensor.Values.Name);
        return new SparseTensorData(Read(tensor.Values), Read(tensor.Indices), [.. tensor.Dims]);
    }

    /// <summary>What the message says beyond type, dims and elements, which are taken out of it; null if nothing.</summary>
    public static TensorProto? Remainder(TensorProto tensor)
    {
        tensor.Dims.Clear();
        tensor.ClearDataType();
        tensor.ClearRawData();
        tensor.ClearName();
        tensor.FloatData.Clear();
        tensor.DoubleData.Clear();
        tensor.Int32Data.Clear();
        tensor.Int64Data.Clear();
        tensor.Uint64Data.Clear();
        tensor.StringData.Clear();
        tensor.ExternalData.Clear();
        tensor.ClearDataLocation();
        return tensor.CalculateSize() > 0 ? tensor : null;
    }

    private static TensorData ReadStrings(TensorProto tensor, long[] dims, long count)
    {
        if (tensor.HasRawData)
            throw new InvalidModelException($"Tensor '{tensor.Name}' of strings has raw data; strings must stand in string_data.");
        if (tensor.StringData.Count != count)
            throw new InvalidModelException($"Tensor '{tensor.Name}' of {count} strings has {tensor.StringData.Count}.");
        return TensorData.FromStrings(dims, [.. tensor.StringData.Select(s => s.Memory)]);
    }
}
