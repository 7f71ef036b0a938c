using System.Text.Json;
using Microsoft.ML.OnnxRuntime;
using OnnxConvert.Conformance.Data;

namespace OnnxConvert.Conformance.Running;

/// <summary>A model in stock ONNX Runtime, with inputs and outputs by position. What it remembers goes from run to run.</summary>
internal sealed class OnnxSession : IDisposable
{
    private readonly InferenceSession _session;
    private readonly List<(string Input, string Output)> _states = [];

    /// <summary>By input name; empty before the first run, when the model's defaults hold.</summary>
    private readonly Dictionary<string, Tensor> _held = [];

    /// <summary>ONNX Runtime's optimizations can be switched off, to tell what they change from what the converter did.</summary>
    private static GraphOptimizationLevel Level => Environment.GetEnvironmentVariable("ONNXCONVERT_ORT_LEVEL") switch
    {
        "disable" => GraphOptimizationLevel.ORT_DISABLE_ALL,
        "basic" => GraphOptimizationLevel.ORT_ENABLE_BASIC,
        "extended" => GraphOptimizationLevel.ORT_ENABLE_EXTENDED,
        _ => GraphOptimizationLevel.ORT_ENABLE_ALL,
    };

    public OnnxSession(byte[] onnx, bool exactSums = true)
    {
        using var options = new SessionOptions
        {
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            GraphOptimizationLevel = Level,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
        };
        // Without it the kernels for processors that have AVX2 but not VNNI limit intermediate sums to 16 bits.
        if (exactSums)
            options.AddSessionConfigEntry("session.x64quantprecision", "1");
        _session = new InferenceSession(onnx, options);
        if (_session.ModelMetadata.CustomMetadataMap.TryGetValue("onnxconvert.state", out string? json))
        {
            using var pairs = JsonDocument.Parse(json);
            foreach (var pair in pairs.RootElement.EnumerateArray())
                _states.Add((pair.GetProperty("input").GetString()!, pair.GetProperty("output").GetString()!));
        }
    }

    /// <param name="inputs">In the model's order.</param>
    /// <param name="quantization">By position; used where the model wants the real values of a quantized input.</param>
    public IReadOnlyList<Tensor> Run(IReadOnlyList<Tensor> inputs, IReadOnlyList<Quantization?> quantization)
    {
        var names = _session.InputNames;
        if (names.Count != inputs.Count)
            throw new InvalidDataException($"The model has {names.Count} inputs ({string.Join(", ", names)}), TFLite's has {inputs.Count}.");

        var values = new List<OrtValue>();
        try
        {
            for (int i = 0; i < inputs.Count; i++)
                values.Add(ToOrtValue(Adapt(inputs[i], names[i], quantization.ElementAtOrDefault(i))));
            values.AddRange(_held.Values.Select(ToOrtValue));
            using var options = new RunOptions();
            using var results = _session.Run(options, [.. names, .. _held.Keys], values, _session.OutputNames);
            Tensor[] outputs = [.. results.Select(FromOrtValue)];
            foreach (var (input, output) in _states)
                _held[input] = outputs[_session.OutputNames.ToList().IndexOf(output)];
            return outputs[..^_states.Count];
        }
        finally
        {
            values.ForEach(value => value.Dispose());
        }
    }

    /// <summary>Forgets what was remembered, so that the model's defaults hold again.</summary>
    public void Reset() => _held.Clear();

    public void Dispose() => _session.Dispose();

    private Tensor Adapt(Tensor input, string name, Quantization? quantization) => Elements.IsComplex(input.Type)
        ? input.AsPairs()
        : quantization is not null
        && !Elements.IsFloat(input.Type)
        && _session.InputMetadata[name].ElementDataType == TensorElementType.Float
            ? quantization.Dequantize(input)
            : input;

    public static OrtValue ToOrtValue(Tensor tensor)
    {
        if (tensor.Strings is not null)
        {
            var strings = OrtValue.CreateTensorWithEmptyStrings(OrtAllocator.DefaultInstance, tensor.Shape);
            for (int i = 0; i < tensor.Strings.Length; i++)
                strings.StringTensorSetElementAt(tensor.Strings[i].AsSpan(), i);
            return strings;
        }
        var value = OrtValue.CreateAllocatedTensorValue(OrtAllocator.DefaultInstance, tensor.Type, tensor.Shape);
        if (tensor.Bytes.Length > 0)
            tensor.Bytes.CopyTo(value.GetTensorMutableRawData());
        return value;
    }

    public static Tensor FromOrtValue(OrtValue value)
    {
        if (!value.IsTensor)
            throw new InvalidDataException($"An output is a {value.OnnxType}, not a tensor.");
        var info = value.GetTensorTypeAndShape();
        if (info.IsString)
            return Tensor.OfStrings(info.Shape, info.ElementCount == 0 ? [] : value.GetStringTensorAsArray());
        byte[] bytes = info.ElementCount == 0 ? [] : value.GetTensorMutableRawData().ToArray();
        return new Tensor(info.ElementDataType, info.Shape, bytes);
    }
}
