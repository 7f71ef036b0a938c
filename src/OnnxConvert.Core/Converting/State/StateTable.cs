using System.Text;
using System.Text.Json;
using OnnxConvert.Converting.Stages;
using OnnxConvert.Converting.Tensors;
using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Converting.State;

/// <summary>
/// The states of a model. Each is an input of the ONNX graph behind the model's own, with what it holds at the start as its
/// default, and an output behind the model's own that gives what to feed next time.
/// </summary>
/// <param name="run">The conversion.</param>
/// <param name="main">The main graph's tensors.</param>
/// <param name="openShapes">Shapes of states, by name, that were found to change between runs.</param>
internal sealed class StateTable(ConversionRun run, TensorMap main, IReadOnlyDictionary<string, Shape> openShapes)
{
    /// <summary>The key in the model's metadata under which the pairs of inputs and outputs stand as JSON.</summary>
    internal const string MetadataKey = "onnxconvert.state";

    private const long MaxElements = 1 << 28;

    private readonly OrderedDictionary<object, ModelState> _states = [];

    internal IEnumerable<ModelState> All => _states.Values;

    internal ModelState? Find(object key) => _states.GetValueOrDefault(key);

    /// <summary>The state of a key; new ones are like a source tensor, and zero at the start.</summary>
    internal ModelState Get(object key, string name, Value like) =>
        Get(key, name, new TensorType(like.ElementType, like.Shape ?? Shape.Scalar), like.Quantization);

    /// <summary>The state of a key; new ones are zero at the start.</summary>
    internal ModelState Get(object key, string name, TensorType type, QuantizationParameters? quantization)
    {
        if (_states.TryGetValue(key, out ModelState? state))
            return state;
        Graph graph = main.Emit.Graph;
        string unique = run.Names.Unique(name.Length > 0 ? name : "state");
        Shape? shape = openShapes.GetValueOrDefault(unique, type.Shape!);
        Value tensor = graph.AddFreeValue(unique, new TensorType(type.ElementType, shape));
        tensor.Quantization = quantization;
        Value input = graph.AddInput(unique, new TensorType(main.BoundaryType(tensor), shape));
        graph.SetInitializer(input, Start(tensor, input.ElementType, type.Shape!));
        main.SetInput(tensor, input);
        state = new ModelState(tensor, input, main.Raw(tensor));
        _states.Add(key, state);
        return state;
    }

    /// <summary>States whose shape is not what it was taken for: the names and the shapes that hold for all runs.</summary>
    internal Dictionary<string, Shape> ChangedShapes(GraphScope scope)
    {
        var changed = new Dictionary<string, Shape>();
        foreach (ModelState state in All)
        {
            Shape before = state.Tensor.Shape!;
            if (Dims.Union(before, scope.Current(state).Shape) is { } both && !both.Equals(before))
                changed[state.Tensor.Name] = both;
        }

        return changed;
    }

    /// <summary>Adds the outputs, and says which input each is for. A state that never changes becomes a constant.</summary>
    internal void AddOutputs(GraphScope scope, Model model)
    {
        var pairs = new List<(string Input, string Output)>();
        foreach (ModelState state in All)
        {
            Value stored = scope.Current(state);
            if (ReferenceEquals(stored, state.Initial))
            {
                Settle(state.Input);
                continue;
            }

            main.SetStored(state.Tensor, stored);
            Value next = main.GetOutput(state.Tensor);
            if (next.Producer is null || next.IsGraphOutput)
                next = main.Emit.Identity(next);
            next.Name = run.Names.Unique($"{state.Input.Name}_next");
            main.Emit.Graph.AddOutput(next);
            pairs.Add((state.Input.Name, next.Name));
        }

        if (pairs.Count > 0)
            model.Metadata[MetadataKey] = Json(pairs);
    }

    private static void Settle(Value input)
    {
        Graph graph = input.Graph;
        Value constant = graph.AddInitializer(input.Name, input.Initializer!);
        Graph.ReplaceAllUses(input, constant);
        graph.RemoveInput(input);
    }

    private static string Json(List<(string Input, string Output)> pairs)
    {
        using var text = new MemoryStream();
        using (var writer = new Utf8JsonWriter(text))
        {
            writer.WriteStartArray();
            foreach ((string input, string output) in pairs)
            {
                writer.WriteStartObject();
                writer.WriteString("input", input);
                writer.WriteString("output", output);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(text.ToArray());
    }

    /// <summary>What a state holds before anything was written. A size that is not known yet is 0.</summary>
    private static TensorData Start(Value tensor, ElementType type, Shape shape)
    {
        long[] sizes = [.. shape.Select(dimension => dimension.Size ?? 0)];
        if (tensor.ElementType == ElementType.String || tensor.ElementType.IsComplex() || Shape.Of(sizes).ElementCount is not <= MaxElements)
            throw new UnsupportedModelException([new UnsupportedItem("", "", tensor.Name, $"a state must be real numbers, at most {MaxElements} of them; this is {tensor.Type}")]);
        // As TFLite resets them: int8 to the zero point, everything else to zero bits.
        var bytes = new byte[(Shape.Of(sizes).ElementCount!.Value * tensor.ElementType.BitSize() + 7) / 8];
        if (tensor.ElementType == ElementType.Int8 && tensor.Quantization is { IsPerTensor: true } parameters)
            bytes.AsSpan().Fill((byte)parameters.ZeroPoint);
        TensorData bits = TensorData.FromBytes(tensor.ElementType, sizes, bytes);
        return type == tensor.ElementType ? bits : Constants.Dequantize(bits, tensor.Quantization!);
    }
}
