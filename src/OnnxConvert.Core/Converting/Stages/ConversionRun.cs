using OnnxConvert.Converting.Tensors;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.Converting.Stages;

/// <summary>What all graphs of one model share while they are converted.</summary>
internal sealed class ConversionRun(RegistrationBuilder registry, ConversionOptions options, int opset, ConversionReport report, IReadOnlyList<Graph> graphs, CancellationToken cancellationToken)
{
    private const int MaxDepth = 100;

    // A subgraph that several operators run is converted for each of them; subgraphs that run subgraphs multiply.
    private readonly long _maxConverted = 20_000 + (20L * graphs.Sum(graph => graph.NodeCount));
    private readonly Dictionary<object, object> _shared = [];
    private long _converted;
    private int _depth;

    internal RegistrationBuilder Registry { get; } = registry;

    internal ConversionOptions Options { get; } = options;

    internal int Opset { get; } = opset;

    internal ConversionReport Report { get; } = report;

    /// <summary>The source model's graphs by index.</summary>
    internal IReadOnlyList<Graph> Graphs { get; } = graphs;

    internal NameScope Names { get; } = new();

    internal CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>Everything that cannot be converted, found so far.</summary>
    internal List<UnsupportedItem> Unsupported { get; } = [];

    internal TensorMap NewTensorMap(Emitter emit) =>
        Options.Dequantize ? new DequantizedTensorMap(emit, Options.KeepIntegerBoundary) : new QuantizedTensorMap(emit);

    /// <summary>Called for each operator that is converted, and stops what would never end.</summary>
    internal void CountOperator()
    {
        CancellationToken.ThrowIfCancellationRequested();
        if (++_converted > _maxConverted)
            throw new UnsupportedModelException($"The subgraphs that operators run unfold to more than {_maxConverted} operators.");
    }

    /// <summary>Converts what an operator runs inside another graph, within what the stack of a thread holds.</summary>
    internal void Nest(Action convert)
    {
        if (_depth == MaxDepth)
            throw new UnsupportedModelException($"Subgraphs run subgraphs more than {MaxDepth} deep.");
        _depth++;
        try
        {
            convert();
        }
        finally
        {
            _depth--;
        }
    }

    /// <summary>What handlers keep under a key for the whole model, such as the contents of a table.</summary>
    internal T Shared<T>(object key, Func<T> create)
        where T : class
    {
        if (!_shared.TryGetValue(key, out object? value))
            _shared[key] = value = create();
        return (T)value;
    }
}
