using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

internal sealed class FlexRaggedTests
{
    private static readonly int[] Opsets = [13, 18];

    [Test]
    public void Ranges_may_be_empty_or_run_backwards([ValueSource(nameof(Opsets))] int opset)
    {
        SourceBuilder source = FlexSource.Of("RaggedRange").Input<int>([0, 5, 8]).Input<int>([3, 5, 3]).Input<int>([1, 2, -2]).Output(ElementType.Int64).Output(ElementType.Int32);
        Assert.That(source.Run<long>(opset), Is.EqualTo(new[] { 0, 3, 3, 6 }));
        Assert.That(source.Run<int>(opset, 1), Is.EqualTo(new[] { 0, 1, 2, 8, 6, 4 }));
    }

    // [[[1, 2], []], [[3]], []]
    [Test]
    public void Rows_of_several_levels_are_picked([ValueSource(nameof(Opsets))] int opset)
    {
        SourceBuilder source = FlexSource.Of("RaggedGather").Input<int>([0, 2, 3, 3]).Input<int>([0, 2, 2, 3]).Input<float>([1, 2, 3]).Input<int>([1, 2, 0, 1])
            .Output(ElementType.Int32).Output(ElementType.Int32).Output(ElementType.Float);
        Assert.That(source.Run<int>(opset), Is.EqualTo(new[] { 0, 1, 1, 3, 4 }));
        Assert.That(source.Run<int>(opset, 1), Is.EqualTo(new[] { 0, 1, 3, 3, 4 }));
        Assert.That(source.Run<float>(opset, 2), Is.EqualTo(new float[] { 3, 1, 2, 3 }));
    }

    [Test]
    public void A_ragged_tensor_becomes_sparse([ValueSource(nameof(Opsets))] int opset)
    {
        SourceBuilder source = FlexSource.Of("RaggedTensorToSparse").Input<long>([0, 2, 3, 3]).Input<long>([0, 2, 2, 3]).Input<float>([1, 2, 3])
            .Output(ElementType.Int64).Output(ElementType.Float).Output(ElementType.Int64);
        Assert.That(source.Run<long>(opset), Is.EqualTo(new long[] { 0, 0, 0, /**/ 0, 0, 1, /**/ 1, 0, 0 }));
        Assert.That(source.Run<long>(opset, 2), Is.EqualTo(new[] { 3, 2, 2 }));
    }

    [TestCase(new[] { -1, -1 }, new float[] { 1, 2, 3, /**/ 9, 9, 9, /**/ 4, 9, 9 })]
    [TestCase(new[] { 2, 2 }, new float[] { 1, 2, /**/ 9, 9 })]
    [TestCase(new[] { -1, 4 }, new float[] { 1, 2, 3, 9, /**/ 9, 9, 9, 9, /**/ 4, 9, 9, 9 })]
    public void What_does_not_fit_the_sizes_is_left_out(int[] sizes, float[] expected)
    {
        SourceBuilder bySplits = FlexSource.Of("RaggedTensorToTensor").Constant(sizes).Input<float>([1, 2, 3, 4]).Constant<float>([9], []).Input<int>([0, 3, 3, 4]).Texts("row_partition_types", "ROW_SPLITS").Output(ElementType.Float);
        SourceBuilder byNumbers = FlexSource.Of("RaggedTensorToTensor").Constant(sizes).Input<float>([1, 2, 3, 4]).Constant<float>([9], []).Input<int>([3], []).Input<int>([0, 0, 0, 2])
            .Texts("row_partition_types", "FIRST_DIM_SIZE", "VALUE_ROWIDS").Output(ElementType.Float);
        foreach (int opset in Opsets)
        {
            Assert.That(bySplits.Run<float>(opset), Is.EqualTo(expected), $"opset {opset}");
            Assert.That(byNumbers.Run<float>(opset), Is.EqualTo(expected), $"opset {opset}");
        }
    }
}
