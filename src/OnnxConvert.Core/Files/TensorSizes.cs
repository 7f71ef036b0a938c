using OnnxConvert.Ir;

namespace OnnxConvert.Files;

/// <summary>How large tensors are that a file declares, whatever it says.</summary>
public static class TensorSizes
{
    // Complex128 has the largest elements.
    private const int LargestElement = 16;

    /// <summary>The number of elements.</summary>
    /// <param name="dims">The sizes that the file states.</param>
    /// <param name="name">The tensor's name, for the message.</param>
    /// <exception cref="InvalidModelException">A size is negative, or there are more than 2^63 elements.</exception>
    public static long CountElements(ReadOnlySpan<long> dims, string name)
    {
        long count = 1;
        foreach (long dim in dims)
        {
            if (dim < 0 || Math.BigMul(count, dim, out count) != 0 || count < 0)
                throw new InvalidModelException($"Tensor '{name}' has the sizes [{string.Join(',', dims.ToArray())}], which no tensor can have.");
        }

        return count;
    }

    /// <summary>The number of bytes that elements take.</summary>
    /// <param name="type">Their type, which is not String.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="name">The tensor's name, for the message.</param>
    /// <exception cref="InvalidModelException">There are more than 2^63.</exception>
    public static long CountBytes(ElementType type, long count, string name) => count <= long.MaxValue / LargestElement
        ? type.ByteLength(count)
        : throw new InvalidModelException($"Tensor '{name}' of {count} elements is larger than any file.");
}
