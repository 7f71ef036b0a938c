using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Inference;

/// <summary>An operator, what is known of its inputs, and the place for what follows of its outputs. No graph is touched.</summary>
public readonly ref struct InferenceCall
{
    private readonly OperatorCall _call;
    private readonly ReadOnlySpan<ValueFact> _inputs;
    private readonly Span<ValueFact> _outputs;
    private readonly ISubgraphInference? _subgraphs;

    internal InferenceCall(OperatorCall call, ReadOnlySpan<ValueFact> inputs, Span<ValueFact> outputs, ISubgraphInference? subgraphs)
    {
        _call = call;
        _inputs = inputs;
        _outputs = outputs;
        _subgraphs = subgraphs;
    }

    /// <summary>The operator with its attributes.</summary>
    public OperatorCall Call => _call;

    /// <summary>The operator's name.</summary>
    public string OpType => _call.OpType;

    /// <summary>The version of the opset of the operator's domain.</summary>
    public int Opset => _call.Opset;

    /// <summary>The attributes.</summary>
    public NodeAttributes Attributes => _call.Attributes;

    /// <summary>The number of inputs, left out ones before the last included.</summary>
    public int InputCount => _inputs.Length;

    /// <summary>The number of outputs that are asked for.</summary>
    public int OutputCount => _outputs.Length;

    /// <summary>Whether an input is given.</summary>
    public bool Has(int input) => input < _inputs.Length && _inputs[input].IsGiven;

    /// <summary>What is known of an input; <see cref="ValueFact.Absent"/> if it is left out.</summary>
    public ValueFact Fact(int input) => input < _inputs.Length ? _inputs[input] : ValueFact.Absent;

    /// <summary>The type of an input, or null.</summary>
    public OnnxType? TypeOf(int input) => Fact(input).Type;

    /// <summary>The element type of a tensor input; undefined if it is not known, no tensor, or left out.</summary>
    public ElementType Type(int input) => (TypeOf(input) as TensorType)?.ElementType ?? ElementType.Undefined;

    /// <summary>The shape of a tensor input, or null.</summary>
    public Shape? Shape(int input) => (TypeOf(input) as TensorType)?.Shape;

    /// <summary>Whether an attribute is given.</summary>
    public bool HasAttribute(string name) => Attributes.Contains(name);

    /// <summary>The integer of an attribute.</summary>
    public long Int(string name, long otherwise) => Attribute(name, AttributeKind.Int)?.Int ?? otherwise;

    /// <summary>The string of an attribute.</summary>
    public string String(string name, string otherwise) => Attribute(name, AttributeKind.String)?.String ?? otherwise;

    /// <summary>The integers of an attribute; null if it is absent.</summary>
    public ImmutableArray<long>? Ints(string name) => Attribute(name, AttributeKind.Ints)?.Ints;

    /// <summary>The element type whose number an attribute gives.</summary>
    public ElementType ElementTypeOf(string name, ElementType otherwise)
    {
        long number = Int(name, (long)otherwise);
        return number is > 0 and <= (long)ElementType.Int2 ? (ElementType)number : otherwise;
    }

    /// <summary>An attribute of a kind; null if it is absent.</summary>
    /// <exception cref="InvalidModelException">It is of another kind.</exception>
    public NodeAttribute? Attribute(string name, AttributeKind kind)
    {
        if (Attributes.Find(name) is not { ReferenceTo: null } attribute)
            return null;
        if (attribute.Kind != kind)
            Fail($"attribute '{name}' is of kind {attribute.Kind}; it must be {kind}");
        return attribute;
    }

    /// <summary>The integers of an input of which all elements are known, else null.</summary>
    public long[]? Constant(int input) => Elements(input) is { } elements && Array.TrueForAll(elements, e => e.Number is not null)
        ? Array.ConvertAll(elements, e => e.Number!.Value)
        : null;

    /// <summary>The numbers of an input of which all elements are known, else null.</summary>
    public double[]? ConstantNumbers(int input) => Fact(input).Constant is { } data && KnownElements.OfNumbers(data) is { } numbers
        ? numbers
        : Constant(input) is { } integers ? Array.ConvertAll(integers, i => (double)i) : null;

    /// <summary>The integers of an input as far as they are known; null if nothing is.</summary>
    public SizeValue[]? Elements(int input) => Fact(input).Elements;

    /// <summary>A parameter that is an attribute up to some opset, and an input afterwards; null if absent or not known.</summary>
    public long[]? IntsOrInput(string attribute, int input) => Has(input) ? Constant(input) : Ints(attribute)?.ToArray();

    /// <summary>An axis counted from the front. A scalar has none.</summary>
    /// <exception cref="InvalidModelException">There is no such axis.</exception>
    public int Axis(long axis, int rank)
    {
        long result = axis < 0 ? axis + rank : axis;
        if (result < 0 || result >= rank)
            Fail($"axis {axis} is out of range for rank {rank}");
        return (int)result;
    }

    /// <summary>Axes counted from the front.</summary>
    /// <exception cref="InvalidModelException">There is no such axis.</exception>
    public int[] Axes(ReadOnlySpan<long> axes, int rank)
    {
        var counted = new int[axes.Length];
        for (int i = 0; i < counted.Length; i++)
            counted[i] = Axis(axes[i], rank);
        return counted;
    }

    /// <summary>Infers a graph that an attribute holds.</summary>
    /// <param name="attribute">The name of the attribute.</param>
    /// <param name="inputs">The types of its first inputs; null where nothing is known.</param>
    /// <returns>The types of its outputs; null if the attribute is absent.</returns>
    internal OnnxType?[]? InferGraph(string attribute, params ReadOnlySpan<OnnxType?> inputs) =>
        Attribute(attribute, AttributeKind.Graph)?.Graph is { } graph ? _subgraphs?.Infer(graph, inputs) : null;

    /// <summary>Sets the type of a tensor output; nothing if neither element type nor shape is known, or the output is not asked for.</summary>
    public void Set(int output, ElementType type, Shape? shape)
    {
        if (type != ElementType.Undefined || shape is not null)
            Set(output, new TensorType(type, shape));
    }

    /// <summary>Sets the type of an output; nothing if it is not asked for.</summary>
    public void Set(int output, OnnxType? type)
    {
        if (output < _outputs.Length)
            _outputs[output] = new ValueFact(type);
    }

    /// <summary>Says that the node cannot be right.</summary>
    /// <exception cref="InvalidModelException">Always.</exception>
    [DoesNotReturn]
    public void Fail(string reason) => throw new InvalidModelException($"{_call}: {reason}.");
}
