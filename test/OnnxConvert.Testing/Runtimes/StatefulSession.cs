using System.Text.Json;
using OnnxConvert.Testing.Data;

namespace OnnxConvert.Testing.Runtimes;

/// <summary>A converted model that is run as TFLite runs its source: inputs and outputs by position, and what it remembers goes from run to run.</summary>
public sealed class StatefulSession : IDisposable
{
    private readonly IModelSession _session;
    private readonly List<(string Input, string Output)> _states = [];

    /// <summary>By input name; empty before the first run, when the model's defaults hold.</summary>
    private readonly Dictionary<string, Tensor> _held = [];

    /// <param name="session">The loaded model, which is disposed of with this.</param>
    public StatefulSession(IModelSession session)
    {
        _session = session;
        if (session.Metadata.TryGetValue("onnxconvert.state", out string? json))
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
        var wanted = _session.Inputs;
        if (wanted.Count != inputs.Count)
            throw new InvalidDataException($"The model has {wanted.Count} inputs ({string.Join(", ", wanted.Select(input => input.Name))}), TFLite's has {inputs.Count}.");

        var feeds = new Dictionary<string, Tensor>();
        for (int i = 0; i < inputs.Count; i++)
            feeds.Add(wanted[i].Name, Adapt(inputs[i], wanted[i], quantization.ElementAtOrDefault(i)));
        foreach (var (name, state) in _held)
            feeds.Add(name, state);
        var outputs = _session.Run(feeds);
        foreach (var (input, output) in _states)
            _held[input] = outputs[_session.OutputNames.ToList().IndexOf(output)];
        return [.. outputs.Take(outputs.Count - _states.Count)];
    }

    /// <summary>Forgets what was remembered, so that the model's defaults hold again.</summary>
    public void Reset() => _held.Clear();

    public void Dispose() => _session.Dispose();

    private static Tensor Adapt(Tensor input, ValueInfo wanted, Quantization? quantization) => TensorElements.IsComplex(input.Type)
        ? input.AsPairs()
        : quantization is not null && !TensorElements.IsFloat(input.Type) && wanted.Type == TensorElementType.Float
            ? quantization.Dequantize(input)
            : input;
}
