using OnnxConvert.Extensibility;
using OnnxConvert.Ir;

namespace OnnxConvert.Pipeline;

/// <summary>What all graphs of one model share while they are converted.</summary>
internal sealed class ConversionRun(RegistrationBuilder registry, ConversionOptions options, int opset, ConversionReport report, IReadOnlyList<Graph> graphs, CancellationToken cancellationToken)
{
    private readonly Dictionary<object, object> _shared = [];

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

    /// <summary>What handlers keep under a key for the whole model, such as the contents of a table.</summary>
    internal T Shared<T>(object key, Func<T> create)
        where T : class
    {
        if (!_shared.TryGetValue(key, out object? value))
            _shared[key] = value = create();
        return (T)value;
    }
}
