using System.Collections.Immutable;
using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Inference;

/// <summary>What is known of a value before it is computed: its type with its shape, and the elements of small tensors.</summary>
public readonly struct ValueFact
{
    private readonly ImmutableArray<SizeValue> _elements;

    /// <summary>A value of which only the type is known.</summary>
    public ValueFact(OnnxType? type) => Type = type;

    /// <summary>A value with known contents.</summary>
    public ValueFact(TensorData constant)
    {
        Type = constant.Type;
        Constant = constant;
    }

    /// <summary>A tensor of integers of which some elements are known.</summary>
    /// <param name="type">The type, of known shape.</param>
    /// <param name="elements">The elements in row-major order, as many as the shape has.</param>
    public ValueFact(TensorType type, ImmutableArray<SizeValue> elements)
    {
        Type = type;
        _elements = elements;
    }

    /// <summary>Whether the value is there at all; false for an optional input that is left out.</summary>
    public bool IsGiven { get; init; } = true;

    /// <summary>The type, or null.</summary>
    public OnnxType? Type { get; }

    /// <summary>The contents, where all of them are known.</summary>
    public TensorData? Constant { get; }

    /// <summary>The elements of a tensor of at most <see cref="KnownElements.Most"/> integers as far as they are known; null if nothing is.</summary>
    public SizeValue[]? Elements => !_elements.IsDefault ? [.. _elements] : Constant is { } data ? KnownElements.OfIntegers(data) : null;

    /// <summary>An optional input that is left out.</summary>
    public static ValueFact Absent => new((OnnxType?)null) { IsGiven = false };
}
