using Microsoft.ML.OnnxRuntime;

namespace OnnxConvert.Conformance.OrtFormat;

/// <summary>A model in stock ONNX Runtime; by default without its graph optimizations, so that two forms of a model compute bit for bit the same.</summary>
internal sealed class OrtSession : IDisposable
{
    private readonly InferenceSession _session;

    /// <param name="model">An ONNX or ORT format file; which of them, its bytes tell.</param>
    /// <param name="saveTo">Where ONNX Runtime shall write its own .ort file of the model; null for nowhere.</param>
    public OrtSession(byte[] model, string? saveTo = null)
        : this(saveTo, RuntimeSettings.Unoptimized, options => new InferenceSession(model, options))
    {
    }

    /// <param name="path">An ONNX file, which may have external data.</param>
    /// <param name="saveTo">Where ONNX Runtime shall write its own .ort file of the model; null for nowhere.</param>
    public OrtSession(string path, string? saveTo = null)
        : this(saveTo, RuntimeSettings.Unoptimized, options => new InferenceSession(path, options))
    {
    }

    /// <param name="path">An ONNX file, which may have external data.</param>
    /// <param name="settings">How it is run.</param>
    public OrtSession(string path, RuntimeSettings settings)
        : this(null, settings, options => new InferenceSession(path, options))
    {
    }

    private OrtSession(string? saveTo, RuntimeSettings settings, Func<SessionOptions, InferenceSession> open)
    {
        using SessionOptions options = StockRuntime.Options(settings);
        if (saveTo is not null)
        {
            options.OptimizedModelFilePath = saveTo;
            options.AddSessionConfigEntry("session.save_model_format", "ORT");
        }

        _session = open(options);
    }

    public IReadOnlyList<string> InputNames => _session.InputNames;

    public IReadOnlyList<string> OutputNames => _session.OutputNames;

    public NodeMetadata Input(string name) => _session.InputMetadata[name];

    public NodeMetadata Output(string name) => _session.OutputMetadata[name];

    /// <summary>Runs the model; outputs come as text and bytes that are equal exactly if the values are.</summary>
    public IReadOnlyList<ValueSnapshot> Run(IReadOnlyDictionary<string, OrtValue> inputs)
    {
        using var options = new RunOptions();
        using IDisposableReadOnlyCollection<OrtValue> outputs = _session.Run(options, inputs, _session.OutputNames);
        return [.. outputs.Select(ValueSnapshot.Of)];
    }

    public void Dispose() => _session.Dispose();
}
