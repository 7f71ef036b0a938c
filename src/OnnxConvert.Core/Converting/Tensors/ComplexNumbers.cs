using OnnxConvert.Ir;

namespace OnnxConvert.Converting.Tensors;

/// <summary>
/// Runtimes have no kernels for complex tensors. In the ONNX graph they are real tensors with one dimension more, the last
/// one, of size 2: real and imaginary part, as ONNX's own signal operators have them.
/// </summary>
internal static class ComplexNumbers
{
    /// <summary>The type of the parts of a complex type; any other type is itself.</summary>
    internal static ElementType PartType(ElementType type) => type switch
    {
        ElementType.Complex64 => ElementType.Float,
        ElementType.Complex128 => ElementType.Double,
        _ => type,
    };

    /// <summary>The type that a source tensor has in the ONNX graph.</summary>
    internal static TensorType PairsOf(TensorType complex) => new(PartType(complex.ElementType), Append(complex.Shape));

    internal static Shape? Append(Shape? shape) => shape is null ? null : new Shape([.. shape, new Dimension(2)]);

    /// <summary>The shape of the complex tensor that is stored in this form.</summary>
    internal static Shape? WithoutPairs(Shape? shape) => shape is { Rank: > 0 } ? new Shape(shape.Take(shape.Rank - 1)) : null;

    /// <summary>The same bytes, read as pairs.</summary>
    internal static TensorData ToPairs(TensorData data) =>
        TensorData.FromBytes(PartType(data.ElementType), [.. data.Dims, 2], data.Bytes);
}
