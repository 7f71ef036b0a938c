namespace OnnxConvert.Ir;

/// <summary>The type of a value: a tensor, or one of ONNX's containers.</summary>
public abstract record OnnxType;

/// <summary>A dense tensor.</summary>
/// <param name="ElementType">The type of its elements.</param>
/// <param name="Shape">Its shape, or null when not even the rank is known.</param>
public sealed record TensorType(ElementType ElementType, Shape? Shape = null) : OnnxType
{
    /// <summary>Element type and shape, such as <c>float32[1,8,8,1]</c>.</summary>
    public override string ToString() => ElementType.DisplayName() + (Shape?.ToString() ?? "[...]");
}

/// <summary>A sparse tensor.</summary>
/// <param name="ElementType">The type of its elements.</param>
/// <param name="Shape">Its shape, or null when not even the rank is known.</param>
public sealed record SparseTensorType(ElementType ElementType, Shape? Shape = null) : OnnxType;

/// <summary>A sequence of values of one type.</summary>
/// <param name="Item">The type of each item, or null when unknown.</param>
public sealed record SequenceType(OnnxType? Item) : OnnxType;

/// <summary>A value that may be absent.</summary>
/// <param name="Item">The type of the value when present, or null when unknown.</param>
public sealed record OptionalType(OnnxType? Item) : OnnxType;

/// <summary>A map from keys to values.</summary>
/// <param name="Key">The key type: an integer type or string.</param>
/// <param name="Value">The type of each value, or null when unknown.</param>
public sealed record MapType(ElementType Key, OnnxType? Value) : OnnxType;

/// <summary>A type that only its producer and consumers understand, such as a resource handle.</summary>
/// <param name="Domain">Who defines the type.</param>
/// <param name="Name">The name of the type.</param>
public sealed record OpaqueType(string Domain, string Name) : OnnxType;
