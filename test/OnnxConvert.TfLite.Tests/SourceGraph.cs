using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests;

/// <summary>A source graph of several operators: built in memory, converted, and run in stock ONNX Runtime.</summary>
internal sealed class SourceGraph
{
    private readonly List<Tensor> _feeds = [];

    public Graph Graph { get; } = new("main");

    /// <summary>Adds a graph input and what it is fed with; without dims a vector.</summary>
    public Value Input<T>(T[] values, params long[] dims)
        where T : unmanaged
    {
        long[] sizes = dims.Length > 0 ? dims : [values.Length];
        _feeds.Add(Tensor.From<T>(values, sizes));
        return Graph.AddInput($"in{_feeds.Count - 1}", new TensorType(ElementTypes.Of<T>(), Shape.Of(sizes)));
    }

    /// <summary>Adds a constant; without dims a vector.</summary>
    public Value Constant<T>(T[] values, params long[] dims)
        where T : unmanaged => Graph.AddInitializer($"const{Graph.Initializers.Count}", TensorData.Create<T>(values, dims.Length > 0 ? dims : [values.Length]));

    /// <summary>Adds a constant of one element, without dimensions.</summary>
    public Value Scalar<T>(T value)
        where T : unmanaged => Graph.AddInitializer($"const{Graph.Initializers.Count}", TensorData.Scalar(value));

    /// <summary>Adds a builtin operator of one float output, whose sizes the file would give.</summary>
    public Value Add(string opType, Value?[] inputs, long[] dims, params NodeAttribute[] options) =>
        Add(opType, TfLiteOps.Domain, inputs, ElementType.Float, dims, options);

    public Value Add(string opType, string domain, Value?[] inputs, ElementType type, long[] dims, params NodeAttribute[] options) =>
        AddNode(opType, domain, inputs, options).AddOutput($"t{Graph.Nodes.Count()}", new TensorType(type, Shape.Of(dims)));

    /// <summary>Adds an operator without outputs.</summary>
    public Node AddNode(string opType, string domain, Value?[] inputs, params NodeAttribute[] options)
    {
        Node node = Graph.AddNode(opType, inputs, domain);
        node.Name = $"{opType}{Graph.Nodes.Count()}";
        foreach (NodeAttribute option in options)
            node.Attributes.Set(option);
        return node;
    }

    public SourceGraph Output(params Value[] values)
    {
        foreach (Value value in values)
            Graph.AddOutput(value);
        return this;
    }

    public Conversion Conversion() => Converter.FromModel(new SourceModel(TfLiteOps.Domain, [Graph], new Generated.RegistrationModule()));

    /// <summary>The operators that the graph became, in order.</summary>
    public string[] Operators(int opset = 18) => [.. Conversion().ToOnnx(opset).Model.Graph.Nodes.Select(node => node.OpType)];

    /// <summary>What ONNX Runtime computes for an output.</summary>
    public T[] Run<T>(int opset = 18, int output = 0)
        where T : unmanaged => Run<T>(Conversion().ToOnnx(opset), output);

    /// <summary>As <see cref="Run{T}(int, int)"/>, for a conversion that was set up otherwise.</summary>
    public T[] Run<T>(ConversionResult result, int output = 0)
        where T : unmanaged => StockRuntime.Run(result.ToBytes(), _feeds)[output].Values<T>();
}
