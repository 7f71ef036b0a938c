using System.Globalization;
using OnnxConvert.Ir;
using OnnxConvert.TfLite.Schema;
using TensorType = OnnxConvert.Ir.TensorType;
using FlatTensor = OnnxConvert.TfLite.Schema.Tensor;

namespace OnnxConvert.TfLite.Reading;

/// <summary>Reads the tensors of a subgraph.</summary>
internal sealed class TensorReader(ReadContext context)
{
    private readonly BufferTable _buffers = new(context.File);
    private readonly CompressedTensors _compressed = new(context);

    /// <exception cref="InvalidModelException">A tensor contradicts itself or the file.</exception>
    public SourceTensor[] Read(SubGraph subgraph, int subgraphIndex)
    {
        var names = new UniqueNames();
        for (int i = 0; i < subgraph.TensorsLength; i++)
            names.Reserve(subgraph.Tensors(i)!.Value.Name);

        var tensors = new SourceTensor[subgraph.TensorsLength];
        for (int i = 0; i < tensors.Length; i++)
        {
            var tensor = subgraph.Tensors(i)!.Value;
            string name = names.Take(tensor.Name, string.Create(CultureInfo.InvariantCulture, $"tensor_{i}"));
            tensors[i] = Read(tensor, (subgraphIndex, i), name, $"Tensor {i} '{name}' of subgraph {subgraphIndex}");
        }

        return tensors;
    }

    private SourceTensor Read(FlatTensor tensor, (int Subgraph, int Index) number, string name, string place)
    {
        var elementType = TensorTypes.ToElementType(tensor.Type);
        var handle = TensorTypes.ToHandle(tensor.Type);
        if (elementType == ElementType.Undefined && handle is null)
            throw new InvalidModelException($"{place} has the element type {(int)tensor.Type}, which the schema does not know.");

        if (tensor.ExternalBuffer != 0)
            context.Unsupported(name, $"its contents are in another file (external buffer {tensor.ExternalBuffer}); merge the buffers into the model");

        var shape = ShapeReader.Read(tensor, place);
        var contents = _compressed.Decompress(number.Subgraph, number.Index, tensor, elementType, shape, _buffers.Contents(tensor.Buffer, place), place);
        if (tensor.IsVariable && contents is { IsEmpty: false })
            throw new InvalidModelException($"{place} is a variable, yet its buffer {tensor.Buffer} has contents.");
        var constant = tensor.IsVariable ? null : ConstantReader.Read(tensor, elementType, contents, shape, place, context);

        return new SourceTensor
        {
            Name = name,
            Place = place,
            Type = handle ?? new TensorType(elementType, constant is null ? shape : Shape.Of(constant.Dims.AsSpan())),
            Constant = constant,
            Quantization = QuantizationReader.Read(tensor.Quantization, elementType, shape, place, context),
            Blocks = QuantizationReader.ReadBlocks(tensor.Quantization, place),
            IsVariable = tensor.IsVariable,
            HasRank = tensor.HasRank,
        };
    }
}
