using OnnxConvert.Ir;
using OnnxConvert.Operators.Layout;

namespace OnnxConvert.Optimizers;

/// <summary>
/// Compares tensors by what they hold. A hash reads only samples, so that gigabytes of different weights are not read through;
/// permuted views of one order are compared by their sources, so that nothing is put in order for the sake of a comparison.
/// </summary>
internal static class TensorContents
{
    private const int Samples = 64;
    private const int SampleBytes = 64;

    internal static IEqualityComparer<TensorData> Comparer { get; } = EqualityComparer<TensorData>.Create(AreEqual, Hash);

    internal static bool CanCompare(TensorData data) => data.ElementType != ElementType.String && data.ByteLength <= int.MaxValue;

    internal static bool AreEqual(TensorData? a, TensorData? b)
    {
        if (ReferenceEquals(a, b))
            return true;
        if (a is null || b is null || a.ElementType != b.ElementType || !a.Dims.AsSpan().SequenceEqual(b.Dims.AsSpan()))
            return false;
        if (a is TransposedTensorData left && b is TransposedTensorData right)
            return left.Permutation.SequenceEqual(right.Permutation) && AreEqual(left.Source, right.Source);
        return a is not TransposedTensorData && b is not TransposedTensorData && a.Bytes.Span.SequenceEqual(b.Bytes.Span);
    }

    internal static int Hash(TensorData data)
    {
        var hash = new HashCode();
        hash.Add(data.ElementType);
        foreach (long dim in data.Dims)
            hash.Add(dim);
        TensorData stored = data is TransposedTensorData transposed ? transposed.Source : data;
        ReadOnlySpan<byte> bytes = stored.Bytes.Span;
        if (bytes.Length <= Samples * SampleBytes)
        {
            hash.AddBytes(bytes);
            return hash.ToHashCode();
        }

        for (int i = 0; i < Samples; i++)
            hash.AddBytes(bytes.Slice((int)((long)(bytes.Length - SampleBytes) * i / (Samples - 1)), SampleBytes));
        return hash.ToHashCode();
    }
}
