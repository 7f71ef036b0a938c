using Google.FlatBuffers;
using OnnxConvert.TfLite.Schema;
using FlatBuffer = OnnxConvert.TfLite.Schema.Buffer;
using Tensor = OnnxConvert.TfLite.Schema.Tensor;

namespace OnnxConvert.TfLite.Tests.Reading;

/// <summary>Writes small models for the tests of the reader, right and wrong ones.</summary>
internal sealed class ModelWriter
{
    private readonly FlatBufferBuilder _builder = new(1024);
    private readonly List<Offset<FlatBuffer>> _buffers = [];
    private readonly List<Offset<Tensor>> _tensors = [];
    private readonly List<Offset<OperatorCode>> _codes = [];
    private readonly List<Offset<Operator>> _operators = [];
    private readonly List<Offset<SubGraph>> _subgraphs = [];
    private readonly List<Offset<Metadata>> _metadata = [];
    private readonly List<Offset<SignatureDef>> _signatures = [];

    public ModelWriter() => _buffers.Add(FlatBuffer.CreateBuffer(_builder));

    public FlatBufferBuilder Builder => _builder;

    public uint Buffer(params byte[] data)
    {
        _buffers.Add(FlatBuffer.CreateBuffer(_builder, FlatBuffer.CreateDataVector(_builder, data)));
        return (uint)_buffers.Count - 1;
    }

    public uint Buffer(ulong offset, ulong size)
    {
        _buffers.Add(FlatBuffer.CreateBuffer(_builder, default, offset, size));
        return (uint)_buffers.Count - 1;
    }

    public int Tensor(
        string? name,
        int[]? shape,
        TensorType type = TensorType.FLOAT32,
        uint buffer = 0,
        Offset<QuantizationParameters> quantization = default,
        bool isVariable = false,
        int[]? signature = null,
        Offset<SparsityParameters> sparsity = default,
        uint externalBuffer = 0)
    {
        var nameOffset = name is null ? default : _builder.CreateString(name);
        var shapeOffset = shape is null ? default : Schema.Tensor.CreateShapeVector(_builder, shape);
        var signatureOffset = signature is null ? default : Schema.Tensor.CreateShapeSignatureVector(_builder, signature);
        _tensors.Add(Schema.Tensor.CreateTensor(_builder, shapeOffset, type, buffer, nameOffset, quantization, isVariable, sparsity, signatureOffset, external_buffer: externalBuffer));
        return _tensors.Count - 1;
    }

    public Offset<QuantizationParameters> Quantization(float[] scales, long[] zeroPoints, int dimension = 0) =>
        QuantizationParameters.CreateQuantizationParameters(
            _builder,
            scaleOffset: QuantizationParameters.CreateScaleVector(_builder, scales),
            zero_pointOffset: QuantizationParameters.CreateZeroPointVector(_builder, zeroPoints),
            quantized_dimension: dimension);

    public uint Code(BuiltinOperator code, string? custom = null)
    {
        var name = custom is null ? default : _builder.CreateString(custom);
        _codes.Add(OperatorCode.CreateOperatorCode(_builder, builtin_code: code, custom_codeOffset: name));
        return (uint)_codes.Count - 1;
    }

    public void Operator(uint code, int[] inputs, int[] outputs, BuiltinOptions type = BuiltinOptions.NONE, int options = 0, byte[]? custom = null)
    {
        var inputOffset = Schema.Operator.CreateInputsVector(_builder, inputs);
        var outputOffset = Schema.Operator.CreateOutputsVector(_builder, outputs);
        var customOffset = custom is null ? default : Schema.Operator.CreateCustomOptionsVector(_builder, custom);
        _operators.Add(Schema.Operator.CreateOperator(_builder, code, inputOffset, outputOffset, type, options, customOffset));
    }

    public void Add(int a, int b, int result) => Operator(AddCode(), [a, b], [result]);

    public void Subgraph(int[] inputs, int[] outputs, string? name = null)
    {
        var tensors = SubGraph.CreateTensorsVector(_builder, [.. _tensors]);
        var inputOffset = SubGraph.CreateInputsVector(_builder, inputs);
        var outputOffset = SubGraph.CreateOutputsVector(_builder, outputs);
        var operators = SubGraph.CreateOperatorsVector(_builder, [.. _operators]);
        var nameOffset = name is null ? default : _builder.CreateString(name);
        _subgraphs.Add(SubGraph.CreateSubGraph(_builder, tensors, inputOffset, outputOffset, operators, nameOffset));
        _tensors.Clear();
        _operators.Clear();
    }

    public void Metadata(string name, uint buffer) =>
        _metadata.Add(Schema.Metadata.CreateMetadata(_builder, _builder.CreateString(name), buffer));

    public void Signature(string key, uint subgraph, (string Name, uint Tensor)[] inputs, (string Name, uint Tensor)[] outputs)
    {
        var inputOffset = SignatureDef.CreateInputsVector(_builder, [.. inputs.Select(Map)]);
        var outputOffset = SignatureDef.CreateOutputsVector(_builder, [.. outputs.Select(Map)]);
        _signatures.Add(SignatureDef.CreateSignatureDef(_builder, inputOffset, outputOffset, _builder.CreateString(key), subgraph));
    }

    public byte[] Write(uint version = 3)
    {
        var model = Model.CreateModel(
            _builder,
            version,
            Model.CreateOperatorCodesVector(_builder, [.. _codes]),
            Model.CreateSubgraphsVector(_builder, [.. _subgraphs]),
            _builder.CreateString("made by a test"),
            Model.CreateBuffersVector(_builder, [.. _buffers]),
            metadataOffset: Model.CreateMetadataVector(_builder, [.. _metadata]),
            signature_defsOffset: Model.CreateSignatureDefsVector(_builder, [.. _signatures]));
        Model.FinishModelBuffer(_builder, model);
        return _builder.SizedByteArray();
    }

    private Offset<TensorMap> Map((string Name, uint Tensor) entry) =>
        TensorMap.CreateTensorMap(_builder, _builder.CreateString(entry.Name), entry.Tensor);

    private uint AddCode() => Code(BuiltinOperator.ADD);
}
