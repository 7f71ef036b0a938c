using System.Globalization;
using OnnxConvert.Converting;
using OnnxConvert.Ir;
using OnnxConvert.TfLite.Schema;
using TensorType = OnnxConvert.Ir.TensorType;

namespace OnnxConvert.TfLite.Reading;

/// <summary>Turns one subgraph into a graph. A tensor becomes a value when it is an input or something refers to it.</summary>
internal sealed class SubgraphBuilder
{
    private readonly SubGraph _source;
    private readonly int _index;
    private readonly SourceTensor[] _tensors;
    private readonly Value?[] _values;
    private readonly Value?[] _inputs;
    private readonly TfLiteFile _file;
    private readonly bool _saysRanks;

    public SubgraphBuilder(SubGraph source, int index, SourceTensor[] tensors, TfLiteFile file)
    {
        _source = source;
        _index = index;
        _tensors = tensors;
        _file = file;
        _saysRanks = tensors.Any(tensor => tensor.HasRank);
        _values = new Value?[tensors.Length];
        _inputs = new Value?[tensors.Length];
        Graph = new Graph(source.Name ?? "");
    }

    public Graph Graph { get; }

    /// <exception cref="InvalidModelException">The subgraph contradicts itself.</exception>
    public void Build(OperatorName[] names)
    {
        foreach (int input in _source.GetInputsArray() ?? [])
            AddInput(input);

        var operators = SourceOperator.ReadAll(_source, _index, names);
        foreach (var op in OperatorOrder.Sort(operators, IsGiven, _tensors.Length))
            AddNode(op);

        foreach (int output in _source.GetOutputsArray() ?? [])
            AddOutput(output);
    }

    /// <summary>The value that a tensor has when the subgraph has run; null for a tensor that nothing refers to.</summary>
    public Value? ValueOf(int tensor) => _values[tensor];

    /// <summary>The value that the caller feeds for a tensor, or null.</summary>
    public Value? InputOf(int tensor) => _inputs[tensor];

    /// <summary>The tensors that have become values.</summary>
    public IEnumerable<(SourceTensor Tensor, Value Value)> Values =>
        _tensors.Select((t, i) => (t, _values[i])).Where(p => p.Item2 is not null)!;

    public SourceTensor[] Tensors => _tensors;

    private bool IsGiven(int tensor) => _inputs[tensor] is not null || _tensors[tensor].Constant is not null || _tensors[tensor].IsVariable;

    private void AddInput(int index)
    {
        if (index < 0 || index >= _tensors.Length)
            throw new InvalidModelException($"An input of subgraph {_index} is tensor {index}; the subgraph has {_tensors.Length} tensors.");
        if (_inputs[index] is not null)
            throw new InvalidModelException($"{_tensors[index].Place} is an input twice.");

        var tensor = _tensors[index];
        var value = Describe(Graph.AddInput(tensor.Name, InputType(tensor)), tensor);
        if (tensor.Constant is { } constant)
            Graph.SetInitializer(value, constant);
        _values[index] = _inputs[index] = value;
    }

    /// <summary>
    /// The runtime takes an input without a shape for a scalar. A file that says of other tensors that their rank is known means
    /// by an empty shape without that word that it is not.
    /// </summary>
    private OnnxType InputType(SourceTensor tensor)
    {
        if (tensor.Type is not TensorType { Shape: null or { Rank: 0 } } type || tensor.HasRank || tensor.Constant is not null)
            return tensor.Type;
        bool isOfAnyRank = _index == 0 && type.Shape is not null && _saysRanks;
        return type with { Shape = isOfAnyRank ? null : Shape.Scalar };
    }

    private void AddNode(SourceOperator op)
    {
        var node = Graph.AddNode(op.Name.OpType, op.Inputs.Select(i => i < 0 ? null : Read(i, op.Place)), op.Name.Domain);
        foreach (int output in op.Outputs)
            AddOutput(node, output, op);
        NodeAttributeReader.Read(op, node, _tensors, _file);
    }

    private void AddOutput(Node node, int index, SourceOperator op)
    {
        if (index < 0)
        {
            node.AddOutput("");
            return;
        }

        var tensor = _tensors[index];
        if (tensor.Constant is { ElementCount: > 0 } && _inputs[index] is null)
            throw new InvalidModelException($"{op.Place} writes {tensor.Place}, which is constant.");

        // An operator may write over an input, even its own: what is read from then on is another value.
        bool isNew = _values[index] is null;
        string name = isNew ? tensor.Name : string.Create(CultureInfo.InvariantCulture, $"{tensor.Name}:written_{index}");
        _values[index] = Describe(node.AddOutput(name, OutputType(tensor, op)), tensor);
    }

    // Old converters write an empty shape where they do not know it, which they do not for custom operators.
    private OnnxType OutputType(SourceTensor tensor, SourceOperator op) =>
        (op.Name.Domain == TfLiteOps.CustomDomain || _saysRanks) && !tensor.HasRank && tensor.Type is TensorType { Shape.Rank: 0 } scalar ? scalar with { Shape = null } : tensor.Type;

    private void AddOutput(int index)
    {
        if (index < -1 || index >= _tensors.Length)
            throw new InvalidModelException($"An output of subgraph {_index} is tensor {index}; the subgraph has {_tensors.Length} tensors.");

        // A branch may pass an input of its operator through: the output is then left out.
        Graph.AddOutput(index < 0 ? Graph.AddFreeValue("") : Read(index, $"Subgraph {_index}"));
    }

    private Value Read(int index, string reader)
    {
        if (_values[index] is { } known)
            return known;

        var tensor = _tensors[index];
        Value value;
        if (tensor.Constant is { } constant)
            value = Graph.AddInitializer(tensor.Name, constant);
        else if (tensor.IsVariable)
            value = Graph.AddFreeValue(tensor.Name, tensor.Type);
        else if (tensor.Type is TensorType { ElementType: not ElementType.String, Shape: { ElementCount: 0 } shape } empty)
            value = Graph.AddInitializer(tensor.Name, TensorData.FromBytes(empty.ElementType, shape.ToSizes(), ReadOnlyMemory<byte>.Empty));
        else
            throw new InvalidModelException($"{reader} reads {tensor.Place}, which is no input, no constant and no variable, and which no operator writes.");
        return _values[index] = Describe(value, tensor);
    }

    private static Value Describe(Value value, SourceTensor tensor)
    {
        value.Quantization = tensor.Quantization;
        if (tensor.IsVariable)
            value.Metadata[SourceModel.VariableKey] = tensor.Name;
        if (tensor.Blocks is { } blocks)
            value.Metadata[TfLiteModel.BlockSizeKey] = blocks.BlockSize.ToString(CultureInfo.InvariantCulture);
        return value;
    }
}
