using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.Converting.Tensors;

/// <summary>
/// What has been emitted for each source tensor: its stored form, its real-valued form, or both. The second is derived
/// from the first when it is first asked for, so that a tensor is quantized once and dequantized once.
/// </summary>
internal abstract class TensorMap(Emitter emit)
{
    private readonly Dictionary<Value, Value> _raw = [];
    private readonly Dictionary<Value, Value> _real = [];
    private readonly HashSet<Value> _labelled = [];

    internal Emitter Emit { get; } = emit;

    /// <summary>The stored form of what a state tensor holds now; null for tensors that are none.</summary>
    internal Func<Value, Value?>? CurrentState { get; set; }

    internal abstract bool IsDequantizing { get; }

    /// <summary>Whether the tensor's integers stand for real numbers. Scales on int32 and int64 tensors say nothing by themselves.</summary>
    internal static bool IsQuantized(Value value) => value.Quantization is not null && value.ElementType
        is ElementType.Int8 or ElementType.UInt8 or ElementType.Int16 or ElementType.UInt16
        or ElementType.Int4 or ElementType.UInt4 or ElementType.Int2 or ElementType.UInt2;

    internal Shape? ShapeOf(Value source)
    {
        Shape? emitted = (_raw.GetValueOrDefault(source) ?? _real.GetValueOrDefault(source))?.Shape;
        return (source.ElementType.IsComplex() ? ComplexNumbers.WithoutPairs(emitted) : emitted) ?? source.Shape;
    }

    /// <summary>The contents of a computed tensor that follows from constants and known sizes, else null; of quantized tensors, which are stored in another form, nothing is said.</summary>
    internal TensorData? Contents(Value source) =>
        !IsQuantized(source) && !source.ElementType.IsComplex() && _raw.TryGetValue(source, out Value? stored) && Emit.Contents(stored) is { } data && data.ElementType == source.ElementType
            ? data
            : null;

    /// <summary>Whether anything was emitted for the tensor.</summary>
    internal bool Contains(Value source) => _raw.ContainsKey(source) || _real.ContainsKey(source);

    internal abstract Value Real(Value source);

    internal abstract Value Raw(Value source);

    internal abstract Value Declared(Value source);

    internal abstract Value Weight(Value source, ReadOnlySpan<int> permutation, Func<TensorData, TensorData>? change);

    internal abstract Value Bias(Value bias, Value input, Value weight);

    internal abstract Value RawZero(Value source);

    internal abstract QuantizationParameters? StoredQuantization(Value source);

    internal abstract (double Min, double Max) RawRange(Value source, RealRange range);

    internal abstract void SetReal(Value source, Value real, RealRange range);

    internal abstract void SetBounded(Value source, Value real);

    internal abstract void SetRaw(Value source, Value raw);

    internal abstract void SetDeclared(Value source, Value declared);

    /// <summary>Sets a complex tensor that is given as pairs.</summary>
    internal void SetComplex(Value source, Value pairs) => StoreRaw(source, pairs);

    /// <summary>The stored form of a tensor as another tensor stores the same bits: how values go from graph to graph.</summary>
    internal abstract Value StoredFor(Value source, Value target);

    /// <summary>Sets the stored form of a tensor, as <see cref="StoredFor"/> gave it. The value keeps the name that it has.</summary>
    internal void SetStored(Value source, Value stored)
    {
        _labelled.Add(stored);
        StoreRaw(source, stored);
    }

    /// <summary>Takes over a graph input in the file's own type.</summary>
    internal abstract void SetInput(Value source, Value input);

    /// <summary>The type of a quantized tensor's stored form.</summary>
    internal abstract ElementType StoredType(Value source);

    /// <summary>The element type that the tensor has as an input or output of the ONNX graph.</summary>
    internal abstract ElementType BoundaryType(Value source);

    /// <summary>Gives the results of a node that could not be converted stand-ins, so that the nodes behind it can be looked at too.</summary>
    internal void SetPlaceholders(Node node)
    {
        foreach (Value output in node.Outputs)
        {
            _raw[output] = Emit.Graph.AddFreeValue(output.Name, IsQuantized(output) ? new TensorType(StoredType(output), output.Shape) : PlainType(output));
            if (IsQuantized(output))
                _real[output] = Emit.Graph.AddFreeValue(output.Name, new TensorType(ElementType.Float, output.Shape));
        }
    }

    /// <summary>The value for a graph output in the file's own type.</summary>
    internal abstract Value GetOutput(Value source);

    protected Value? FindRaw(Value source) =>
        _raw.GetValueOrDefault(source) ?? (CurrentState?.Invoke(source) is { } state ? StoreRaw(source, state) : null);

    protected Value? FindReal(Value source) => _real.GetValueOrDefault(source);

    protected Value StoreRaw(Value source, Value value)
    {
        _real.Remove(source);
        return _raw[source] = Describe(source, value);
    }

    protected Value StoreReal(Value source, Value value) => _real[source] = Describe(source, value);

    /// <summary>The value of a tensor that holds plain numbers, a constant or what a node gave.</summary>
    protected Value Plain(Value source) =>
        FindRaw(source)
        ?? (source.Constant is { } data ? StoreRaw(source, Emit.Const(Constants.ForOpset(data, Emit.Opset), source.Name)) : throw Missing(source));

    /// <summary>Between graphs go bare bits, so both sides must read them in the same way.</summary>
    protected static void RequireSameType(Value source, Value target)
    {
        if (source.ElementType != target.ElementType)
            throw new InvalidModelException($"The tensor {source} is handed to {target}, which has another type.");
    }

    protected static InvalidModelException Missing(Value source) =>
        new($"The tensor '{source.Name}' is read, but no operator computes it, and it is neither an input nor a constant.");

    /// <summary>The type of a tensor that is not quantized as it is stored.</summary>
    private static OnnxType? PlainType(Value source) =>
        source.Type is TensorType type && type.ElementType.IsComplex() ? ComplexNumbers.PairsOf(type) : source.Type;

    /// <summary>Fills in the declared shape where inference found none, and lets the first value of a tensor carry its name.</summary>
    private Value Describe(Value source, Value value)
    {
        if (value.Type is null)
            value.Type = PlainType(source);
        else if (value.Shape is null && (PlainType(source) as TensorType)?.Shape is { } shape)
            value.Type = new TensorType(value.ElementType, shape);
        if (value.Producer is not null && _labelled.Add(value))
            Emit.Label(value, source.Name);
        return value;
    }
}
