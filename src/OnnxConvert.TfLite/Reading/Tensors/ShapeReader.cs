using OnnxConvert.Ir;
using FlatTensor = OnnxConvert.TfLite.Schema.Tensor;

namespace OnnxConvert.TfLite.Reading;

/// <summary>The shape of a tensor: <c>shape</c>, with the dimensions that <c>shape_signature</c> leaves open.</summary>
internal static class ShapeReader
{
    private const long MaxElements = int.MaxValue;

    /// <summary>The shape, or null when the file states none.</summary>
    /// <exception cref="InvalidModelException">A size is below -1, or the tensor has more elements than TFLite allows.</exception>
    public static Shape? Read(FlatTensor tensor, string place)
    {
        int[]? sizes = tensor.GetShapeArray();
        if (sizes is null)
            return tensor.HasRank ? Shape.Scalar : null;

        int[]? signature = tensor.GetShapeSignatureArray();
        bool hasSignature = signature is not null && signature.Length == sizes.Length;
        var dimensions = new Dimension[sizes.Length];
        long count = 1;
        for (int i = 0; i < sizes.Length; i++)
        {
            int size = sizes[i];
            if (size < -1)
                throw new InvalidModelException($"{place} has the shape [{string.Join(',', sizes)}]: dimension {i} is {size}.");
            bool isOpen = size == -1 || (hasSignature && signature![i] == -1);
            dimensions[i] = isOpen ? Dimension.Unknown : new Dimension(size);
            count = Multiply(count, Math.Max(size, 1));
        }

        // A size of 0 makes the whole product 0, but the others may be multiplied again after a reshape.
        if (count > MaxElements)
            throw new InvalidModelException($"{place} has the shape [{string.Join(',', sizes)}], which is more than {MaxElements} elements.");
        return new Shape(dimensions.AsSpan());
    }

    // Saturates well above the limit, so that a long list of sizes cannot wrap around.
    private static long Multiply(long count, int size) => count > MaxElements ? count : count * size;
}
