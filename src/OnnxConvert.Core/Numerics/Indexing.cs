namespace OnnxConvert.Numerics;

/// <summary>Positions of elements in row-major tensors.</summary>
public static class Indexing
{
    /// <summary>How far apart neighbours along each dimension are.</summary>
    public static long[] Strides(ReadOnlySpan<long> dims)
    {
        var strides = new long[dims.Length];
        long stride = 1;
        for (int i = dims.Length - 1; i >= 0; i--)
        {
            strides[i] = stride;
            stride *= dims[i];
        }

        return strides;
    }

    /// <summary>The number of elements of a tensor of the given sizes.</summary>
    /// <exception cref="OverflowException">There are more than 2^63.</exception>
    public static long Count(ReadOnlySpan<long> dims)
    {
        long count = 1;
        foreach (long dim in dims)
            count = checked(count * dim);
        return count;
    }

    /// <summary>For each element of a result of the given sizes, in row-major order, the position in a source that is walked with the given strides.</summary>
    public static int[] Walk(ReadOnlySpan<long> dims, ReadOnlySpan<long> strides, long start = 0)
    {
        var positions = new int[checked((int)Count(dims))];
        var index = new long[dims.Length];
        long position = start;
        for (int i = 0; i < positions.Length; i++)
        {
            positions[i] = checked((int)position);
            for (int axis = dims.Length - 1; axis >= 0; axis--)
            {
                position += strides[axis];
                if (++index[axis] < dims[axis])
                    break;
                position -= index[axis] * strides[axis];
                index[axis] = 0;
            }
        }

        return positions;
    }

    /// <summary>For each element of a tensor broadcast to sizes that it fits, the position in the tensor.</summary>
    public static int[] Broadcast(ReadOnlySpan<long> from, ReadOnlySpan<long> to)
    {
        long[] own = Strides(from);
        var strides = new long[to.Length];
        int missing = to.Length - from.Length;
        for (int i = 0; i < from.Length; i++)
            strides[missing + i] = from[i] == 1 ? 0 : own[i];
        return Walk(to, strides);
    }

    /// <summary>The sizes to which two tensors are broadcast, by NumPy's rules.</summary>
    /// <exception cref="ArgumentException">They do not fit.</exception>
    public static long[] BroadcastDims(ReadOnlySpan<long> a, ReadOnlySpan<long> b)
    {
        var dims = new long[Math.Max(a.Length, b.Length)];
        for (int i = 1; i <= dims.Length; i++)
        {
            long left = i <= a.Length ? a[^i] : 1;
            long right = i <= b.Length ? b[^i] : 1;
            if (left != right && left != 1 && right != 1)
                throw new ArgumentException($"[{string.Join(',', a.ToArray())}] and [{string.Join(',', b.ToArray())}] cannot be broadcast to one shape.");
            dims[^i] = left == 1 ? right : left;
        }

        return dims;
    }

    /// <summary>An axis counted from the front.</summary>
    /// <exception cref="ArgumentException">There is no such axis.</exception>
    public static int Axis(long axis, int rank)
    {
        long counted = axis < 0 ? axis + rank : axis;
        return counted >= 0 && counted < rank ? (int)counted : throw new ArgumentException($"There is no axis {axis} in a tensor of rank {rank}.");
    }

    /// <summary>An index counted from the front.</summary>
    /// <exception cref="ArgumentException">It lies outside the dimension.</exception>
    public static long Index(long index, long size)
    {
        long counted = index < 0 ? index + size : index;
        return counted >= 0 && counted < size ? counted : throw new ArgumentException($"Index {index} lies outside a dimension of size {size}.");
    }
}
