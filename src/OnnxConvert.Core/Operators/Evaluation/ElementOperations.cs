using System.Numerics;
using OnnxConvert.Ir;
using OnnxConvert.Numerics;

namespace OnnxConvert.Operators.Evaluation;

/// <summary>Applies an operation to each element, or to each pair of elements of two tensors broadcast to one shape.</summary>
internal static class ElementOperations
{
    internal delegate TensorData Writer<T>(T[] values, ElementType type, ReadOnlySpan<long> dims);

    /// <summary>The results in the element type of the operands; null when there is no operation or the types differ.</summary>
    internal static TensorData? Combine<T>(TensorData a, TensorData b, Func<T, T, T>? operation, Writer<T> write)
        where T : INumberBase<T>
    {
        if (operation is null || a.ElementType != b.ElementType)
            return null;
        (T[] results, long[] dims) = Pairs(Elements.Read<T>(a), a, Elements.Read<T>(b), b, operation);
        return write(results, a.ElementType, dims);
    }

    internal static (TResult[] Results, long[] Dims) Pairs<T, TResult>(T[] left, TensorData a, T[] right, TensorData b, Func<T, T, TResult> operation)
    {
        long[] dims = Indexing.BroadcastDims(a.Dims.AsSpan(), b.Dims.AsSpan());
        int[] from = Indexing.Broadcast(a.Dims.AsSpan(), dims);
        int[] to = Indexing.Broadcast(b.Dims.AsSpan(), dims);
        var results = new TResult[from.Length];
        for (int i = 0; i < results.Length; i++)
            results[i] = operation(left[from[i]], right[to[i]]);
        return (results, dims);
    }

    /// <summary>An operation on each element of a tensor of reals or of integers; null when it is not defined for the element type.</summary>
    internal static TensorData? Map(TensorData data, Func<double, double>? real, Func<Int128, Int128>? integer)
    {
        if (data.ElementType.IsFloat() && real is not null)
            return Elements.Write(Array.ConvertAll(Elements.Read<double>(data), value => real(value)), data.ElementType, data.Dims.AsSpan());
        if (data.ElementType.IsInteger() && integer is not null)
            return Elements.Write(Array.ConvertAll(Elements.Read<Int128>(data), value => integer(value)), data.ElementType, data.Dims.AsSpan());
        return null;
    }
}
