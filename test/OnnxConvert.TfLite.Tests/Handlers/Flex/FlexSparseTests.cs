using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

internal sealed class FlexSparseTests
{
    // The example of tf.sparse.reshape.
    [Test]
    public void Indices_follow_a_reshape()
    {
        SourceBuilder source = FlexSource.Of("SparseReshape").Input<long>([0, 0, 0, /**/ 0, 0, 1, /**/ 0, 1, 0, /**/ 1, 0, 0, /**/ 1, 2, 3], [5, 3]).Input<long>([2, 3, 6]).Input<long>([9, -1])
            .Output(ElementType.Int64).Output(ElementType.Int64);
        Assert.That(source.Run<long>(), Is.EqualTo(new long[] { 0, 0, /**/ 0, 1, /**/ 1, 2, /**/ 4, 2, /**/ 8, 1 }));
        Assert.That(source.Run<long>(output: 1), Is.EqualTo(new[] { 9, 4 }));
    }

    // The example of tf.sparse.fill_empty_rows.
    [Test]
    public void Empty_rows_get_an_element()
    {
        SourceBuilder source = FlexSource.Of("SparseFillEmptyRows").Input<long>([0, 1, /**/ 0, 3, /**/ 2, 0, /**/ 3, 1], [4, 2]).Input<int>([11, 12, 13, 14]).Input<long>([5, 6]).Constant<int>([-1], [])
            .Output(ElementType.Int64).Output(ElementType.Int32).Output(ElementType.Bool).Output(ElementType.Int64);
        Assert.That(source.Run<long>(), Is.EqualTo(new long[] { 0, 1, /**/ 0, 3, /**/ 1, 0, /**/ 2, 0, /**/ 3, 1, /**/ 4, 0 }));
        Assert.That(source.Run<int>(output: 1), Is.EqualTo(new[] { 11, 12, -1, 13, 14, -1 }));
        Assert.That(source.Run<bool>(output: 2), Is.EqualTo(new[] { false, true, false, false, true }));
        Assert.That(source.Run<long>(output: 3), Is.EqualTo(new[] { 0, 1, 3, 4 }));
    }

    [TestCase("a-b", new long[] { 0, 0, /**/ 0, 1, /**/ 1, 0 }, new[] { 1, 3, 5 }, 2)]
    [TestCase("b-a", new long[] { 0, 0 }, new[] { 9 }, 1)]
    [TestCase("intersection", new long[] { 0, 0, /**/ 1, 0 }, new[] { 2, 4 }, 1)]
    [TestCase("union", new long[] { 0, 0, /**/ 0, 1, /**/ 0, 2, /**/ 0, 3, /**/ 1, 0, /**/ 1, 1 }, new[] { 1, 2, 3, 9, /**/ 4, 5 }, 4)]
    public void Rows_are_sets(string operation, long[] indices, int[] elements, int longest)
    {
        SourceBuilder source = FlexSource.Of("DenseToDenseSetOperation").Input<int>([3, 1, 3, 2, /**/ 5, 4, 4, 4], [2, 4]).Input<int>([2, 9, /**/ 4, 4], [2, 2]).Text("set_operation", operation)
            .Output(ElementType.Int64).Output(ElementType.Int32).Output(ElementType.Int64);
        Assert.That(source.Run<long>(), Is.EqualTo(indices));
        Assert.That(source.Run<int>(output: 1), Is.EqualTo(elements));
        Assert.That(source.Run<long>(output: 2), Is.EqualTo(new[] { 2, longest }));
    }

    [TestCase(0, new long[] { 0, 0, 1 })]
    [TestCase(1, new long[] { 0, 1 })]
    public void The_best_classes_are_read_off_without_blanks(int merge, long[] expected)
    {
        // Time 0 to 4 of one sequence of length 4; class 2 is the blank.
        float[] scores = [9, 0, 0, /**/ 8, 1, 1, /**/ 0, 0, 7, /**/ 0, 6, 0, /**/ 5, 0, 0];
        SourceBuilder source = FlexSource.Of("CTCGreedyDecoder").Input(scores, [5, 1, 3]).Input<int>([4]).Option("merge_repeated", merge)
            .Output(ElementType.Int64).Output(ElementType.Int64).Output(ElementType.Int64).Output(ElementType.Float);
        Assert.That(source.Run<long>(output: 1), Is.EqualTo(expected));
        Assert.That(source.Run<long>(output: 2), Is.EqualTo(new long[] { 1, expected.Length }));
        Assert.That(source.Run<float>(output: 3), Is.EqualTo(new[] { -30f }));
    }

    [TestCase(13)]
    [TestCase(18)]
    public void Elements_at_one_place_of_a_sparse_factor_add_up(int opset)
    {
        SourceBuilder source = FlexSource.Of("SparseTensorDenseMatMul").Input<long>([0, 1, /**/ 0, 1, /**/ 1, 0], [3, 2]).Input<float>([1, 2, 5]).Constant<long>([2, 2]).Input<float>([1, 10], [2, 1]).Output(ElementType.Float);
        Assert.That(source.Run<float>(opset), Is.EqualTo(new float[] { 30, 5 }));
    }
}
