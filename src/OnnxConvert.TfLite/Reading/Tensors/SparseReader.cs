using OnnxConvert.Ir;
using OnnxConvert.Numerics;
using OnnxConvert.TfLite.Schema;

namespace OnnxConvert.TfLite.Reading;

/// <summary>
/// Makes a sparse constant dense. It is stored as a tree with one level for each dimension, in <c>traversal_order</c>, and
/// then one for each block dimension; a level lists its indices (CSR) or has all of them (dense). The leaves, in order,
/// are the values.
/// </summary>
internal static class SparseReader
{
    // Twice any rank that TFLite's kernels know; it bounds the depth of the walk.
    private const int MaxLevels = 32;

    /// <exception cref="InvalidModelException">The tree contradicts itself, the shape or the number of values.</exception>
    public static TensorData Read(SparsityParameters source, ReadOnlyMemory<byte> values, ElementType type, long[] dims, string place, ReadContext context)
    {
        int elementSize = type.BitSize() / 8;
        if (elementSize == 0)
            throw new UnsupportedModelException($"{place} is sparse with elements of type {type.DisplayName()}; sparse tensors need elements of whole bytes.");

        var levels = Levels(source, dims, place);
        long count = dims.Aggregate(1L, (a, b) => a * b);
        context.TakeDense(count * elementSize, place);
        if (count * elementSize > Array.MaxLength)
            throw new UnsupportedModelException($"{place} takes {count * elementSize} bytes when dense; sparse tensors up to {Array.MaxLength} bytes are supported.");
        var dense = new byte[count * elementSize];
        if (count == 0)
            return TensorData.FromBytes(type, dims, dense);
        new Walk(levels, dims, values.Span, dense, elementSize, place).Fill(0, 0, 0);
        return TensorData.FromBytes(type, dims, dense);
    }

    private static SparseLevel[] Levels(SparsityParameters source, long[] dims, string place)
    {
        int[] order = source.GetTraversalOrderArray() ?? [];
        int[] blockMap = source.GetBlockMapArray() ?? [];
        int rank = dims.Length;
        if (order.Length > MaxLevels)
            throw new InvalidModelException($"{place} is sparse with {order.Length} levels; there are at most {MaxLevels}.");
        bool isPermutation = order.Length == rank + blockMap.Length && order.Order().SequenceEqual(Enumerable.Range(0, order.Length))
            && order.AsSpan(0, rank).ToArray().All(d => d < rank) && blockMap.All(d => d >= 0 && d < rank) && blockMap.Distinct().Count() == blockMap.Length;
        if (!isPermutation || source.DimMetadataLength != order.Length)
            throw new InvalidModelException($"{place} is sparse: traversal order [{string.Join(',', order)}], block map [{string.Join(',', blockMap)}] and {source.DimMetadataLength} levels do not describe a tensor of rank {rank}.");

        var blockSize = Enumerable.Repeat(1, rank).ToArray();
        for (int level = rank; level < order.Length; level++)
            blockSize[blockMap[order[level] - rank]] = source.DimMetadata(level)!.Value.DenseSize;

        var levels = new SparseLevel[order.Length];
        for (int i = 0; i < levels.Length; i++)
        {
            bool isBlock = order[i] >= rank;
            int dimension = isBlock ? blockMap[order[i] - rank] : order[i];
            levels[i] = Level(source.DimMetadata(i)!.Value, dimension, isBlock, blockSize[dimension], dims[dimension], place);
        }

        return levels;
    }

    private static SparseLevel Level(DimensionMetadata source, int dimension, bool isBlock, int blockSize, long dim, string place)
    {
        if (blockSize <= 0 || dim % blockSize != 0)
            throw new InvalidModelException($"{place} is sparse: dimension {dimension} of size {dim} has blocks of {blockSize}.");
        int size = isBlock ? blockSize : (int)(dim / blockSize);
        int step = isBlock ? 1 : blockSize;
        if (source.Format == DimensionType.DENSE)
        {
            return source.DenseSize == size
                ? new SparseLevel(dimension, step, size, null, null)
                : throw new InvalidModelException($"{place} is sparse: a dense level of dimension {dimension} has the size {source.DenseSize} in place of {size}.");
        }

        if (isBlock || SparseLevel.Segment(source) is not { } segments || SparseLevel.Index(source) is not { } indices)
            throw new InvalidModelException($"{place} is sparse: the level of dimension {dimension} lacks segments and indices, or is a block and not dense.");
        var level = new SparseLevel(dimension, step, size, segments, indices);
        level.Check(place);
        return level;
    }

    private readonly ref struct Walk(SparseLevel[] levels, long[] dims, ReadOnlySpan<byte> values, Span<byte> dense, int elementSize, string place)
    {
        private readonly long[] _strides = Indexing.Strides(dims);
        private readonly ReadOnlySpan<byte> _values = values;
        private readonly Span<byte> _dense = dense;

        // Every step leads to a value or to a segment of its own, both of which the file must have: the work is bounded by it.
        public void Fill(int depth, long parent, long target)
        {
            if (depth == levels.Length)
            {
                Copy(parent, target);
                return;
            }

            var level = levels[depth];
            long step = _strides[level.Dimension] * level.Step;
            if (level.Segments is null || level.Indices is null)
            {
                for (int i = 0; i < level.Size; i++)
                    Fill(depth + 1, (parent * level.Size) + i, target + (i * step));
                return;
            }

            if (parent + 1 >= level.Segments.Length)
                throw new InvalidModelException($"{place} is sparse: a level has {level.Segments.Length} segment bounds and needs {parent + 2}.");
            for (int i = level.Segments[parent]; i < level.Segments[parent + 1]; i++)
                Fill(depth + 1, i, target + (level.Indices[i] * step));
        }

        private void Copy(long source, long target)
        {
            if ((source + 1) * elementSize > _values.Length)
                throw new InvalidModelException($"{place} is sparse: it needs value {source} of {_values.Length / elementSize}.");
            _values.Slice((int)(source * elementSize), elementSize).CopyTo(_dense[(int)(target * elementSize)..]);
        }
    }
}
