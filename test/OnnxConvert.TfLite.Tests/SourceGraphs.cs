using Microsoft.ML.OnnxRuntime;
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
    public List<float[]> Run(params OrtValue[][] steps) => Run(Conversion().ToOnnx(), steps);

    public static List<float[]> Run(ConversionResult result, params OrtValue[][] steps)
    {
        using var onnx = new MemoryStream();
        result.Save(onnx);
        using var sessionOptions = new SessionOptions { LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR };
        using var session = new InferenceSession(onnx.ToArray(), sessionOptions);
        using var options = new RunOptions();
        var states = new Dictionary<string, OrtValue>();
        var computed = new List<float[]>();
        foreach (OrtValue[] feeds in steps)
        {
            string[] names = [.. session.InputNames.Take(feeds.Length), .. states.Keys];
            var results = session.Run(options, names, [.. feeds, .. states.Values], session.OutputNames);
            computed.Add(results[0].GetTensorDataAsSpan<float>().ToArray());
            for (int i = 0; i < session.OutputNames.Count; i++)
            {
                if (session.OutputNames[i].EndsWith("_next", StringComparison.Ordinal))
                    states[session.OutputNames[i][..^"_next".Length]] = results[i];
            }
        }

        return computed;
    }

    public static OrtValue Feed(params float[] values) => OrtValue.CreateTensorValueFromMemory(values, [values.Length]);

    public static OrtValue Feed(bool value) => OrtValue.CreateTensorValueFromMemory([value], []);

    public static OrtValue Feed(int value) => OrtValue.CreateTensorValueFromMemory([value], []);
}
