using OnnxConvert.Converting.Tensors;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.Converting.Stages;

/// <summary>The inputs and outputs of the ONNX graph: names, types and layout as the caller asked for.</summary>
internal sealed class TargetBoundary
{
    private readonly Graph _source;
    private readonly Emitter _emit;
    private readonly TensorMap _tensors;
    private readonly ConversionOptions _options;
    private readonly string[] _outputNames;
    private readonly string[] _inputNames;

    internal TargetBoundary(Graph source, Emitter emit, TensorMap tensors, NameScope names, ConversionOptions options, IReadOnlyList<string>? outputNames)
    {
        _source = source;
        _emit = emit;
        _tensors = tensors;
        _options = options;
        // Taken before anything else, so that no intermediate value gets one of them.
        _inputNames = [.. source.Inputs.Select(input => names.Unique(NameOf(input.Name)))];
        _outputNames = [.. source.Outputs.Select((output, i) => names.Unique(NameOf(outputNames?[i] ?? output.Name)))];
    }

    /// <summary>The nodes that bring the outputs into the form that the caller sees.</summary>
    internal List<Node> OutputNodes { get; } = [];

    internal void AddInputs()
    {
        for (int i = 0; i < _inputNames.Length; i++)
        {
            Value source = _source.Inputs[i];
            Shape? shape = source.Shape;
            bool channelsFirst = _options.InputsAsNchw.Contains(source.Name);
            if (channelsFirst)
                shape = (shape ?? throw NoLayout(source)).Permute(Layouts.ToChannelsFirst(RankOf(source)));
            else if (source.ElementType.IsComplex())
                shape = ComplexNumbers.Append(shape);
            Value input = _emit.Graph.AddInput(_inputNames[i], source.Type is OpaqueType ? source.Type : new TensorType(BoundaryType(source), Named(shape, _inputNames[i])));
            if (source.Constant is null)
                _tensors.SetInput(source, channelsFirst ? _emit.ToChannelsLast(input, RankOf(source)) : input);
        }
    }

    internal void AddOutputs()
    {
        var taken = new HashSet<Value>();
        _emit.Prefix = "output";
        _emit.Added = OutputNodes.Add;
        for (int i = 0; i < _outputNames.Length; i++)
        {
            Value source = _source.Outputs[i];
            BoundaryType(source);
            Value value = _tensors.GetOutput(source);
            if (_options.OutputsAsNchw.Contains(source.Name))
                value = _emit.ToChannelsFirst(value, RankOf(source));
            if (value.Producer is null || !taken.Add(value))
            {
                value = _emit.Identity(value);
                taken.Add(value);
            }

            if (value.ElementType == ElementType.Undefined)
                value.Type = new TensorType(BoundaryType(source), source.Shape);
            value.Name = _outputNames[i];
            _emit.Graph.AddOutput(value);
        }
    }

    /// <summary>Tells the user of the model what the source says about inputs and outputs, under the names that they have now.</summary>
    internal void AddProperties(Model model)
    {
        for (int i = 0; i < _inputNames.Length; i++)
            AddProperties(model, $"input.{_inputNames[i]}.", _source.Inputs[i]);
        for (int i = 0; i < _outputNames.Length; i++)
            AddProperties(model, $"output.{_outputNames[i]}.", _source.Outputs[i]);
    }

    private static void AddProperties(Model model, string prefix, Value value)
    {
        if (!value.HasMetadata)
            return;
        foreach ((string key, string text) in value.Metadata)
        {
            if (key.StartsWith(SourceModel.PropertyPrefix, StringComparison.Ordinal))
                model.Metadata[prefix + key[SourceModel.PropertyPrefix.Length..]] = text;
        }
    }

    private ElementType BoundaryType(Value source)
    {
        ElementType type = _tensors.BoundaryType(source);
        int needed = type switch
        {
            ElementType.Int4 or ElementType.UInt4 => 21,
            ElementType.Int2 or ElementType.UInt2 => 25,
            _ => 0,
        };
        return _emit.Opset >= needed ? type : throw new UnsupportedModelException([new UnsupportedItem(
            "", "", source.Name, $"an input or output of type {type.DisplayName()} needs opset {needed} or higher, the target is {_emit.Opset}; dequantizing makes it a float")]);
    }

    private string NameOf(string name) => _options.Renames.GetValueOrDefault(name, name);

    /// <summary>Open dimensions get symbols, which tools show and which keep apart what may differ.</summary>
    private static Shape? Named(Shape? shape, string input) =>
        shape is null ? null : new Shape(shape.Select((dimension, i) => dimension.IsUnknown ? new Dimension($"{input}_dim{i}") : dimension));

    private static int RankOf(Value value) => value.Shape is { Rank: >= 3 and <= 5 } shape && !value.ElementType.IsComplex() ? shape.Rank : throw NoLayout(value);

    private static ArgumentException NoLayout(Value value) => new($"{value} has no channels-last layout; only tensors of rank 3 to 5 can be given channels first.");
}
