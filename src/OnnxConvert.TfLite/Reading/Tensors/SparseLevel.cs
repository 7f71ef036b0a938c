using OnnxConvert.TfLite.Schema;

namespace OnnxConvert.TfLite.Reading;

/// <summary>One level of the tree that stores a sparse tensor.</summary>
/// <param name="Dimension">The dimension of the tensor that the level's index counts, or the one that its block belongs to.</param>
/// <param name="Step">How far apart two indices of the level are in that dimension: the size of its block, or 1 within a block.</param>
/// <param name="Size">The number of indices of the level.</param>
/// <param name="Segments">Where the children of each parent start in <paramref name="Indices"/>; null for a dense level.</param>
/// <param name="Indices">The indices that are present; null for a dense level.</param>
internal sealed record SparseLevel(int Dimension, int Step, int Size, int[]? Segments, int[]? Indices)
{
    /// <exception cref="InvalidModelException">Segments or indices are out of order or out of range.</exception>
    public void Check(string place)
    {
        if (Segments is null || Indices is null)
            return;
        for (int i = 1; i < Segments.Length; i++)
        {
            if (Segments[i] < Segments[i - 1])
                throw new InvalidModelException($"{place} is sparse: segment {i} of a level ends before it starts.");
        }

        if (Segments.Length == 0 || Segments[0] < 0 || Segments[^1] > Indices.Length)
            throw new InvalidModelException($"{place} is sparse: the segments of a level reach beyond its {Indices.Length} indices.");
        int bad = Array.FindIndex(Indices, i => i < 0 || i >= Size);
        if (bad >= 0)
            throw new InvalidModelException($"{place} is sparse: the index {Indices[bad]} of a level is not below its size {Size}.");
    }

    public static int[]? Segment(DimensionMetadata source) => source.ArraySegmentsType switch
    {
        SparseIndexVector.Int32Vector => source.ArraySegments<Int32Vector>()?.GetValuesArray(),
        SparseIndexVector.Uint16Vector => Widen(source.ArraySegments<Uint16Vector>()?.GetValuesArray()),
        SparseIndexVector.Uint8Vector => Widen(source.ArraySegments<Uint8Vector>()?.GetValuesArray()),
        _ => null,
    };

    public static int[]? Index(DimensionMetadata source) => source.ArrayIndicesType switch
    {
        SparseIndexVector.Int32Vector => source.ArrayIndices<Int32Vector>()?.GetValuesArray(),
        SparseIndexVector.Uint16Vector => Widen(source.ArrayIndices<Uint16Vector>()?.GetValuesArray()),
        SparseIndexVector.Uint8Vector => Widen(source.ArrayIndices<Uint8Vector>()?.GetValuesArray()),
        _ => null,
    };

    private static int[]? Widen(ushort[]? values) => values is null ? null : Array.ConvertAll(values, v => (int)v);

    private static int[]? Widen(byte[]? values) => values is null ? null : Array.ConvertAll(values, v => (int)v);
}
