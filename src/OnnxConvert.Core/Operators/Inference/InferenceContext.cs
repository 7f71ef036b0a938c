using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Inference;

/// <summary>Computes the types of a node's outputs from what is known of its inputs, and says nothing where it is not enough.</summary>
internal delegate void InferenceFunction(InferenceContext context);

/// <summary>A node as an inference function sees it.</summary>
internal sealed class InferenceContext(Node node, int opset)
{
    private readonly OnnxType?[] _results = new OnnxType?[node.Outputs.Count];

    public Node Node => node;

    public int Opset => opset;

    public int InputCount => node.Inputs.Count;

    public int OutputCount => node.Outputs.Count;

    public bool Has(int input) => node.Input(input) is not null;

    public OnnxType? TypeOf(int input) => node.Input(input)?.Type;

    /// <summary>The element type of a tensor input; undefined if it is not known, no tensor, or left out.</summary>
    public ElementType Type(int input) => node.Input(input)?.ElementType ?? ElementType.Undefined;

    public Shape? Shape(int input) => node.Input(input)?.Shape;

    public bool HasAttribute(string name) => node.Attributes.Contains(name);

    public long Int(string name, long otherwise) => Attribute(name, AttributeKind.Int)?.Int ?? otherwise;

    public string String(string name, string otherwise) => Attribute(name, AttributeKind.String)?.String ?? otherwise;

    /// <summary>The integers of an attribute; null if it is absent.</summary>
    public ImmutableArray<long>? Ints(string name) => Attribute(name, AttributeKind.Ints)?.Ints;

    /// <summary>The element type whose number an attribute gives.</summary>
    public ElementType ElementTypeOf(string name, ElementType otherwise)
    {
        long number = Int(name, (long)otherwise);
        return number is > 0 and <= (long)ElementType.Int2 ? (ElementType)number : otherwise;
    }

    public NodeAttribute? Attribute(string name, AttributeKind kind)
    {
        if (node.Attributes.Find(name) is not { ReferenceTo: null } attribute)
            return null;
        if (attribute.Kind != kind)
            Fail($"attribute '{name}' is of kind {attribute.Kind}; it must be {kind}");
        return attribute;
    }

    /// <summary>The integers of a constant input; null if it is not constant, or left out.</summary>
    public long[]? Constant(int input) => node.Input(input) is { } value ? ShapeData.Integers(value) : null;

    /// <summary>The numbers of a constant input; null if it is not constant, or left out.</summary>
    public double[]? ConstantNumbers(int input) => node.Input(input) is { } value ? ShapeData.Numbers(value) : null;

    /// <summary>The integers of an input as far as they are known; null if nothing is.</summary>
    public SizeValue[]? Data(int input) => node.Input(input) is { } value ? ShapeData.Of(value) : null;

    /// <summary>A parameter that is an attribute up to some opset, and an input afterwards; null if absent or not known.</summary>
    public long[]? IntsOrInput(string attribute, int input) => Has(input) ? Constant(input) : Ints(attribute)?.ToArray();

    /// <summary>An axis counted from the front.</summary>
    public int Axis(long axis, int rank)
    {
        long result = axis < 0 ? axis + rank : axis;
        if (result < 0 || result >= Math.Max(rank, 1))
            Fail($"axis {axis} is out of range for rank {rank}");
        return (int)result;
    }

    public void Set(int output, ElementType type, Shape? shape)
    {
        if (type != ElementType.Undefined || shape is not null)
            Set(output, new TensorType(type, shape));
    }

    public void Set(int output, OnnxType? type)
    {
        if (output < _results.Length)
            _results[output] = type;
    }

    public OnnxType? Result(int output) => _results[output];

    [DoesNotReturn]
    public void Fail(string reason) => throw new InvalidModelException($"{node}: {reason}.");
}
