using System.Text;
using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests;

/// <summary>A source graph of one operator: built in memory, converted, and run in stock ONNX Runtime.</summary>
internal sealed class SourceBuilder
{
    private readonly Graph _graph = new("main");
    private readonly Node _node;
    private readonly List<Tensor> _feeds = [];
    private readonly List<Graph> _subgraphs = [];

    /// <param name="opType">One of the names in <see cref="TfLiteOps"/>.</param>
    /// <param name="domain">The domain of builtin operators, or of custom ones.</param>
    public SourceBuilder(string opType, string domain = TfLiteOps.Domain)
    {
        _node = _graph.AddNode(opType, [], domain);
        _node.Name = opType;
    }

    /// <summary>Adds a graph input and what it is fed with; without dims a vector.</summary>
    public SourceBuilder Input<T>(T[] values, long[]? dims = null, QuantizationParameters? quantization = null)
        where T : unmanaged
    {
        long[] sizes = dims ?? [values.Length];
        Value value = _graph.AddInput($"in{_feeds.Count}", new TensorType(ElementTypes.Of<T>(), Shape.Of(sizes)));
        value.Quantization = quantization;
        _node.AddInput(value);
        _feeds.Add(Tensor.From<T>(values, sizes));
        return this;
    }

    /// <summary>Adds a graph input of strings and what it is fed with; without dims a vector.</summary>
    public SourceBuilder Strings(string[] values, long[]? dims = null)
    {
        long[] sizes = dims ?? [values.Length];
        _node.AddInput(_graph.AddInput($"in{_feeds.Count}", new TensorType(ElementType.String, Shape.Of(sizes))));
        _feeds.Add(Tensor.OfStrings(sizes, values));
        return this;
    }

    /// <summary>Adds a constant string as an input.</summary>
    public SourceBuilder ConstantString(string value)
    {
        _node.AddInput(_graph.AddInitializer($"const{_node.Inputs.Count}", TensorData.FromStrings([], [Encoding.UTF8.GetBytes(value)])));
        return this;
    }

    /// <summary>Adds a complex graph input, which is fed with pairs.</summary>
    public SourceBuilder Complex(float[] pairs, long[] dims)
    {
        Input(pairs, [.. dims, 2]);
        _graph.Inputs[^1].Type = new TensorType(ElementType.Complex64, Shape.Of(dims));
        return this;
    }

    /// <summary>Lets the file declare an input as quantized that is fed with real numbers, as a dequantized model is.</summary>
    public SourceBuilder Declare(int input, ElementType type, QuantizationParameters quantization)
    {
        Value value = _graph.Inputs[input];
        value.Type = new TensorType(type, value.Shape);
        value.Quantization = quantization;
        return this;
    }

    /// <summary>Adds a constant input; without dims a vector.</summary>
    public SourceBuilder Constant<T>(T[] values, long[]? dims = null, QuantizationParameters? quantization = null)
        where T : unmanaged
    {
        Value value = _graph.AddInitializer($"const{_node.Inputs.Count}", TensorData.Create<T>(values, dims ?? [values.Length]));
        value.Quantization = quantization;
        _node.AddInput(value);
        return this;
    }

    /// <summary>Lets the file leave one size of an input open.</summary>
    public SourceBuilder Open(int input, int axis)
    {
        Value value = _graph.Inputs[input];
        value.Type = new TensorType(value.ElementType, new Shape(value.Shape!.Select((dimension, i) => i == axis ? Dimension.Unknown : dimension)));
        return this;
    }

    /// <summary>Adds a state tensor as an input: a variable that the operator overwrites, zero at the start.</summary>
    public SourceBuilder State(ElementType type, long[] dims, QuantizationParameters? quantization = null)
    {
        Value value = _graph.AddFreeValue($"state{_node.Inputs.Count}", new TensorType(type, Shape.Of(dims)));
        value.Quantization = quantization;
        value.Metadata[SourceModel.VariableKey] = value.Name;
        _node.AddInput(value);
        return this;
    }

    /// <summary>Leaves an optional input out.</summary>
    public SourceBuilder NoInput()
    {
        _node.AddInput(null);
        return this;
    }

    public SourceBuilder Option(string name, long value) => Option(new NodeAttribute(name, value));

    public SourceBuilder Option(string name, float value) => Option(new NodeAttribute(name, value));

    public SourceBuilder Option(NodeAttribute attribute)
    {
        _node.Attributes.Set(attribute);
        return this;
    }

    /// <summary>Adds a graph that the operator runs, to which an option refers by its index.</summary>
    public SourceBuilder Option(string name, Graph subgraph)
    {
        _subgraphs.Add(subgraph);
        return Option(name, _subgraphs.Count);
    }

    public SourceBuilder Option(string name, long[] values) => Option(new NodeAttribute(name, [.. values]));

    /// <summary>Adds an output, which is a graph output too; without dims the file leaves its shape open.</summary>
    public SourceBuilder Output(ElementType type, QuantizationParameters? quantization = null, long[]? dims = null)
    {
        Value value = _node.AddOutput($"out{_node.Outputs.Count}", new TensorType(type, dims is null ? null : Shape.Of(dims)));
        value.Quantization = quantization;
        _graph.AddOutput(value);
        return this;
    }

    public Conversion Conversion() => Converter.FromModel(new SourceModel(TfLiteOps.Domain, [_graph, .. _subgraphs], new Generated.RegistrationModule()));

    /// <summary>The operators that the graph became, in order.</summary>
    public string[] Operators(int opset = 18) => [.. Conversion().ToOnnx(opset).Model.Graph.Nodes.Select(node => node.OpType)];

    /// <summary>What ONNX Runtime computes for an output.</summary>
    public T[] Run<T>(int opset = 18, int output = 0)
        where T : unmanaged => Run<T>(Conversion().ToOnnx(opset), output);

    /// <summary>As <see cref="Run{T}(int, int)"/>, for a conversion that was set up otherwise.</summary>
    public T[] Run<T>(ConversionResult result, int output = 0)
        where T : unmanaged => StockRuntime.Run(result.ToBytes(), _feeds)[output].Values<T>();

    /// <summary>What ONNX Runtime computes for an output of strings.</summary>
    public string[] RunStrings(int opset = 18, int output = 0) => StockRuntime.Run(Conversion().ToOnnx(opset).ToBytes(), _feeds)[output].Strings!;
}
