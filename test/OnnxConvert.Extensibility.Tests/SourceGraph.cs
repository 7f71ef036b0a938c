using OnnxConvert.Converting;
using OnnxConvert.Ir;
using OnnxConvert.TfLite;

namespace OnnxConvert.Extensibility;

/// <summary>A chain of source operators of one input and one output each, built in memory.</summary>
internal sealed class SourceGraph
{
    private readonly Graph _graph = new("main");
    private readonly TensorType _type;
    private readonly QuantizationParameters? _quantization;
    private Value _last;

    public SourceGraph(ElementType elementType = ElementType.Float, QuantizationParameters? quantization = null)
    {
        _type = new TensorType(elementType, Shape.Of(1, 4));
        _quantization = quantization;
        _last = _graph.AddInput("x", _type);
        _last.Quantization = quantization;
    }

    /// <summary>Adds a custom operator behind what is there.</summary>
    public SourceGraph Custom(string opType, long columns = 4, byte[]? options = null)
    {
        Add(TfLiteOps.CustomDomain, opType, columns);
        if (options is not null)
            _last.Producer!.Attributes.Set(new NodeAttribute("custom_options", options));
        return this;
    }

    /// <summary>Adds a builtin operator behind what is there.</summary>
    public SourceGraph Builtin(string opType) => Add(TfLiteOps.Domain, opType, 4);

    public Conversion Convert()
    {
        if (_graph.Outputs.Count == 0)
            _graph.AddOutput(_last);
        // Any TFLite model brings the built-in handlers along.
        SourceModel tflite = Converter.FromTfLite(TestData.FixturePath("digits-cnn-int8")).Source;
        return Converter.FromModel(new SourceModel(tflite.Format, [_graph], tflite.Handlers));
    }

    /// <summary>What stock ONNX Runtime computes.</summary>
    public static T[] Run<T>(ConversionResult result, params T[] input)
        where T : unmanaged => StockRuntime.Run(result.ToBytes(), Tensor.From<T>(input, [1, input.Length]))[0].Values<T>();

    private SourceGraph Add(string domain, string opType, long columns)
    {
        Node node = _graph.AddNode(opType, [_last], domain);
        node.Name = $"{opType}_{_graph.NodeCount}";
        _last = node.AddOutput($"t{_graph.NodeCount}", _type with { Shape = Shape.Of(1, columns) });
        _last.Quantization = _quantization;
        return this;
    }
}
