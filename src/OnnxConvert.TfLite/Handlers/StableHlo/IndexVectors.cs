using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>The index vectors of StableHLO's gather and scatter, which lie along any dimension of a tensor, or are single numbers.</summary>
internal static class IndexVectors
{
    /// <summary>An input with its index vectors along the last dimension, int64: (batch..., numbers).</summary>
    internal static Value Of(OpContext op, int input)
    {
        int rank = op.Rank(input);
        long dimension = op.Int("index_vector_dim");
        if (dimension < 0 || dimension > rank)
            throw op.NotSupported($"index_vector_dim {dimension} lies outside of rank {rank}", op.Input(input));
        Value indices = op.Emit.Cast(op.Declared(input), ElementType.Int64);
        return dimension == rank
            ? op.Emit.Unsqueeze(indices, rank)
            : op.Emit.Transpose(indices, [.. Enumerable.Range(0, rank).Where(axis => axis != dimension), (int)dimension]);
    }

    /// <summary>Adds to index vectors (batch..., numbers) the place of each element of a box: (batch..., sizes..., numbers).</summary>
    /// <param name="op">The operator.</param>
    /// <param name="vectors">The index vectors, int64.</param>
    /// <param name="batchRank">The number of batch dimensions.</param>
    /// <param name="sizes">The sizes of the box.</param>
    /// <param name="numbers">For each dimension of the box the number of the index vector that it adds to.</param>
    /// <param name="length">The length of the index vectors.</param>
    internal static Value AddBox(OpContext op, Value vectors, int batchRank, long[] sizes, int[] numbers, int length)
    {
        if (sizes.Length == 0)
            return vectors;
        Value y = op.Emit.Unsqueeze(vectors, [.. Axes.All(sizes.Length).Select(axis => axis + batchRank)]);
        return op.Emit.Add(y, op.Emit.Const(Box(op, sizes, numbers, length), "box"));
    }

    private static TensorData Box(OpContext op, long[] sizes, int[] numbers, int length)
    {
        long count = 1;
        foreach (long size in sizes)
            count = checked(count * size);
        var places = new long[op.TableLength(checked(count * length), "the table of indices")];
        for (long i = 0; i < count; i++)
        {
            long rest = i;
            for (int axis = sizes.Length - 1; axis >= 0; axis--)
            {
                places[(i * length) + numbers[axis]] = rest % sizes[axis];
                rest /= sizes[axis];
            }
        }

        return TensorData.Create<long>(places, [.. sizes, length]);
    }
}
