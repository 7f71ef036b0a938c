using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests;

/// <summary>A source model of several graphs: built in memory, converted, and run in stock ONNX Runtime, over several steps if it has states.</summary>
internal sealed class SourceGraphs
{
    private readonly List<Graph> _graphs = [];

    /// <summary>The main graph is added first; the index of the others is their order.</summary>
    public Graph Add(string name)
    {
        _graphs.Add(new Graph(name));
        return _graphs[^1];
    }

    public Conversion Conversion() => Converter.FromModel(new SourceModel(TfLiteOps.Domain, _graphs, new Generated.RegistrationModule()));

    /// <summary>What ONNX Runtime computes for the first output at each step; states are fed back.</summary>
    public List<float[]> Run(params Tensor[][] steps) => Run(Conversion().ToOnnx(), steps);

    public static List<float[]> Run(ConversionResult result, params Tensor[][] steps)
    {
        using var session = new StatefulSession(StockRuntime.Instance.Load(result.ToBytes(), RuntimeSettings.Default));
        return [.. steps.Select(feeds => session.Run(feeds, [])[0].Values<float>())];
    }

    public static Tensor Feed(params float[] values) => Tensor.Vector<float>(values);

    public static Tensor Feed(bool value) => Tensor.Scalar(value);

    public static Tensor Feed(int value) => Tensor.Scalar(value);
}
