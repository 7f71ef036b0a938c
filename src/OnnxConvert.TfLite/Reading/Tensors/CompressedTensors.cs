using OnnxConvert.Files.FlatBuffers;
using OnnxConvert.Ir;
using OnnxConvert.TfLite.CompressionSchema;
using FlatModel = OnnxConvert.TfLite.Schema.Model;
using FlatTensor = OnnxConvert.TfLite.Schema.Tensor;

namespace OnnxConvert.TfLite.Reading;

/// <summary>
/// Constants that TFLite Micro stores as indices: 1 to 7 bits for each element, the first in the highest bits, into a table of
/// values, or one table for each channel of the quantization, one behind the other.
/// </summary>
internal sealed class CompressedTensors
{
    public const string BlockName = "COMPRESSION_METADATA";

    private const int MaxIndexBits = 7;

    private readonly Dictionary<(int Subgraph, int Tensor), LutTensor> _tensors = [];
    private readonly ReadContext _context;
    private readonly BufferTable _buffers;

    /// <exception cref="InvalidModelException">The block is broken.</exception>
    /// <exception cref="UnsupportedModelException">It is of a later version.</exception>
    public CompressedTensors(ReadContext context)
    {
        _context = context;
        _buffers = new BufferTable(context.File);
        FlatModel model = context.File.Root;
        for (int i = 0; i < model.MetadataLength; i++)
        {
            var block = model.Metadata(i)!.Value;
            if (block.Name == BlockName && _buffers.Contents(block.Buffer, $"Metadata {i} '{BlockName}'") is { } bytes)
                Read(bytes);
        }
    }

    /// <summary>The contents of a tensor: decompressed if they are compressed, else as they are.</summary>
    /// <exception cref="InvalidModelException">Indices or values do not fit the tensor.</exception>
    public ReadOnlyMemory<byte>? Decompress(int subgraph, int index, FlatTensor tensor, ElementType type, Shape? shape, ReadOnlyMemory<byte>? contents, string place)
    {
        if (!_tensors.TryGetValue((subgraph, index), out LutTensor table) || contents is not { } indices)
            return contents;
        long count = (shape ?? Shape.Scalar).ElementCount ?? throw new InvalidModelException($"{place} is compressed, yet its shape is {shape}.");
        int bits = table.IndexBitwidth;
        int size = type.BitSize() / 8;
        if (bits is 0 or > MaxIndexBits || size == 0)
            throw new InvalidModelException($"{place} is compressed to {bits} bits for each {type.DisplayName()}.");
        if (((count * bits) + 7) / 8 > indices.Length)
            throw new InvalidModelException($"{place} has {count} elements of {bits} bits each; its buffer {tensor.Buffer} has {indices.Length} bytes.");

        ReadOnlyMemory<byte> values = _buffers.Contents(table.ValueBuffer, $"The value table of {place}") ?? throw new InvalidModelException($"{place} is compressed, and has no values.");
        (long channels, long inner) = Channels(tensor, shape ?? Shape.Scalar);
        long stride = values.Length / size / channels;
        _context.TakeDense(count * size, place);
        var result = new byte[count * size];
        for (long i = 0; i < count; i++)
        {
            int entry = Bits(indices.Span, i * bits, bits);
            if (entry >= stride)
                throw new InvalidModelException($"{place}: element {i} has the index {entry} into a table of {stride} values.");
            long at = ((i / inner % channels * stride) + entry) * size;
            values.Span.Slice((int)at, size).CopyTo(result.AsSpan((int)(i * size)));
        }

        return result;
    }

    /// <summary>How many tables there are, and how many elements lie between one channel and the next.</summary>
    private static (long Channels, long Inner) Channels(FlatTensor tensor, Shape shape)
    {
        int axis = tensor.Quantization?.QuantizedDimension ?? 0;
        bool isPerChannel = tensor.Quantization is { ScaleLength: > 1 } && axis >= 0 && axis < shape.Rank;
        if (!isPerChannel)
            return (1, 1);
        return (Math.Max(1, shape[axis].Size ?? 1), Math.Max(1, shape.Skip(axis + 1).Aggregate(1L, (product, size) => product * (size.Size ?? 1))));
    }

    private static int Bits(ReadOnlySpan<byte> bytes, long start, int count)
    {
        int value = 0;
        for (long bit = start; bit < start + count; bit++)
            value = (value << 1) | ((bytes[(int)(bit / 8)] >> (int)(7 - (bit % 8))) & 1);
        return value;
    }

    private void Read(ReadOnlyMemory<byte> bytes)
    {
        Compression root = Compression.GetRootAsCompression(FlatBufferVerifier.Open(SchemaLayout.Instance, bytes));
        if (root.SchemaVersion > 1)
            throw new UnsupportedModelException($"The model's constants are compressed for TFLite Micro in version {root.SchemaVersion} of that format; version 1 is supported. Convert the model from before the compression.");
        for (int subgraph = 0; subgraph < root.SubgraphsLength; subgraph++)
        {
            CompressedSubgraph tensors = root.Subgraphs(subgraph)!.Value;
            for (int i = 0; i < tensors.LutTensorsLength; i++)
                _tensors[(subgraph, tensors.LutTensors(i)!.Value.Tensor)] = tensors.LutTensors(i)!.Value;
        }
    }
}
