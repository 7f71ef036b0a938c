using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

internal sealed class StableHloGatherHandlerTests
{
    private static readonly int[] Matrix = [.. Enumerable.Range(0, 12)];

    [Test]
    public void Rows_are_picked_and_starts_are_clamped()
    {
        var source = Gather([2, -5, 7], [3], indexVectorDim: 1, offsets: [1], collapsed: [0], map: [0], sizes: [1, 4]);
        Assert.That(source.Run<int>(13), Is.EqualTo(new[] { 8, 9, 10, 11, 0, 1, 2, 3, 8, 9, 10, 11 }));
    }

    [Test]
    public void Boxes_are_picked_by_indices_in_any_order()
    {
        // Index vectors are columns, and name the column of the matrix first; the boxes' dimensions come before the batch.
        var source = Gather([1, 3, 0, 1], [2, 2], indexVectorDim: 0, offsets: [0, 1], collapsed: [], map: [1, 0], sizes: [2, 2]);
        Assert.That(source.Run<int>(), Is.EqualTo(new[] { 1, 6, 2, 7, 5, 10, 6, 11 }));
    }

    [Test]
    public void Dimensions_without_an_index_start_at_0()
    {
        var source = Gather([1], [], indexVectorDim: 0, offsets: [0], collapsed: [1], map: [1], sizes: [2, 1]);
        Assert.That(source.Run<int>(), Is.EqualTo(new[] { 1, 5 }));
        var dropped = Gather([1, 3], [2], indexVectorDim: 1, offsets: [1], collapsed: [0], map: [1], sizes: [1, 2]);
        Assert.That(dropped.Run<int>(), Is.EqualTo(new[] { 1, 2, 2, 3 }));
    }

    private static SourceBuilder Gather(int[] indices, long[] dims, long indexVectorDim, long[] offsets, long[] collapsed, long[] map, long[] sizes) =>
        new SourceBuilder(TfLiteOps.StableHloGather).Input(Matrix, [3, 4]).Input(indices, dims)
            .Option("index_vector_dim", indexVectorDim).Option("offset_dims", offsets).Option("collapsed_slice_dims", collapsed)
            .Option("start_index_map", map).Option("slice_sizes", sizes)
            .Output(ElementType.Int32);
}
