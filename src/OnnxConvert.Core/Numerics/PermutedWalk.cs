namespace OnnxConvert.Numerics;

/// <summary>Walks the elements of a row-major tensor in the order of a permutation of its dimensions.</summary>
internal readonly struct PermutedWalk
{
    private readonly long[] _strides;

    internal PermutedWalk(ReadOnlySpan<long> dims, ReadOnlySpan<int> permutation)
    {
        Check(permutation, dims.Length);
        var source = new long[dims.Length];
        long stride = 1;
        for (int i = dims.Length - 1; i >= 0; i--)
        {
            source[i] = stride;
            stride *= dims[i];
        }

        _strides = new long[dims.Length];
        Dims = new long[dims.Length];
        for (int i = 0; i < dims.Length; i++)
        {
            Dims[i] = dims[permutation[i]];
            _strides[i] = source[permutation[i]];
        }
    }

    /// <summary>The permuted sizes.</summary>
    internal long[] Dims { get; }

    /// <summary>Throws unless every dimension of a rank is named exactly once.</summary>
    internal static void Check(ReadOnlySpan<int> permutation, int rank)
    {
        if (permutation.Length != rank)
            throw new ArgumentException($"A permutation of {permutation.Length} dimensions does not fit a tensor of rank {rank}.", nameof(permutation));
        for (int i = 0; i < rank; i++)
        {
            if (permutation[i] < 0 || permutation[i] >= rank || permutation[..i].Contains(permutation[i]))
                throw new ArgumentException($"({string.Join(',', permutation.ToArray())}) is no permutation of {rank} dimensions.", nameof(permutation));
        }
    }

    /// <summary>For each element in permuted row-major order, its index in the source.</summary>
    internal IEnumerable<long> Offsets()
    {
        if (Dims.Contains(0))
            yield break;
        var index = new long[Dims.Length];
        long offset = 0;
        while (true)
        {
            yield return offset;
            int axis = Dims.Length - 1;
            for (; axis >= 0; axis--)
            {
                offset += _strides[axis];
                if (++index[axis] < Dims[axis])
                    break;
                offset -= index[axis] * _strides[axis];
                index[axis] = 0;
            }

            if (axis < 0)
                yield break;
        }
    }

    /// <summary>Copies elements of a fixed size in permuted order.</summary>
    /// <param name="source">All elements of the source.</param>
    /// <param name="first">The first element that is copied, counted in permuted order.</param>
    /// <param name="destination">Takes as many as fit; there must be so many.</param>
    internal unsafe void Copy<T>(T* source, long first, Span<T> destination)
        where T : unmanaged
    {
        if (destination.IsEmpty)
            return;
        int rank = Dims.Length;
        long inner = rank == 0 ? 1 : Dims[rank - 1];
        long innerStride = rank == 0 ? 0 : _strides[rank - 1];
        Span<long> index = stackalloc long[Math.Max(rank, 1)];
        long offset = Place(first, index);
        int written = 0;
        while (written < destination.Length)
        {
            int run = (int)Math.Min(inner - index[^1], destination.Length - written);
            // Safety: index stays within the permuted sizes, so offset within the source, whose size is their product.
            if (innerStride == 1)
            {
                new ReadOnlySpan<T>(source + offset, run).CopyTo(destination[written..]);
            }
            else
            {
                Span<T> row = destination.Slice(written, run);
                for (int i = 0; i < row.Length; i++)
                    row[i] = source[offset + (i * innerStride)];
            }

            written += run;
            offset -= index[^1] * innerStride;
            index[^1] = 0;
            for (int axis = rank - 2; axis >= 0; axis--)
            {
                offset += _strides[axis];
                if (++index[axis] < Dims[axis])
                    break;
                offset -= index[axis] * _strides[axis];
                index[axis] = 0;
            }
        }
    }

    /// <summary>The index of an element of the permuted tensor, and its place in the source.</summary>
    private long Place(long element, Span<long> index)
    {
        index.Clear();
        long offset = 0;
        for (int axis = Dims.Length - 1; axis >= 0; axis--)
        {
            (element, index[axis]) = Math.DivRem(element, Dims[axis]);
            offset += index[axis] * _strides[axis];
        }

        return offset;
    }
}
