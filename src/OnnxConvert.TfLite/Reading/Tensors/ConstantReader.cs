using OnnxConvert.Ir;
using FlatTensor = OnnxConvert.TfLite.Schema.Tensor;

namespace OnnxConvert.TfLite.Reading;

/// <summary>The contents of a constant tensor as a view of its buffer.</summary>
internal static class ConstantReader
{
    /// <summary>The contents, or null when the tensor is computed at run time.</summary>
    /// <exception cref="InvalidModelException">The buffer does not hold what type and shape ask for.</exception>
    public static TensorData? Read(FlatTensor tensor, ElementType type, ReadOnlyMemory<byte>? contents, Shape? shape, string place, ReadContext context)
    {
        // Older converters give every computed tensor a buffer of its own, with no bytes in it. Without elements, though,
        // no bytes are the contents of a constant.
        if (contents is not { } bytes || (bytes.IsEmpty && shape?.ElementCount != 0))
            return null;
        if (type == ElementType.Undefined)
            throw new InvalidModelException($"{place} is a handle, yet it has {bytes.Length} bytes of contents.");

        // A scalar constant may do without a shape.
        long[] dims = (shape ?? Shape.Scalar).ToSizes() ?? tensor.GetShapeArray().Select(d => (long)d).ToArray();
        if (dims.Contains(-1))
            throw new InvalidModelException($"{place} is constant, yet its shape is {shape}.");
        if (tensor.Sparsity is { } sparsity)
            return SparseReader.Read(sparsity, bytes, type, dims, place, context);
        if (type == ElementType.String)
            return StringBufferReader.Read(bytes, dims, place);

        long needed = type.ByteLength(dims.Aggregate(1L, (a, b) => checked(a * b)));
        if (needed > bytes.Length)
            throw new InvalidModelException($"{place}, {new TensorType(type, Shape.Of(dims))}, takes {needed} bytes; its buffer {tensor.Buffer} has {bytes.Length}.");
        return TensorData.FromBytes(type, dims, bytes[..(int)needed]);
    }
}
