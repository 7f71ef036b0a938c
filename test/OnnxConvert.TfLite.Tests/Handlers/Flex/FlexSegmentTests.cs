using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

internal sealed class FlexSegmentTests
{
    private static readonly int[] Opsets = [13, 18];

    [TestCase("SegmentSum", new[] { 4, 0, 9f })]
    [TestCase("SegmentMean", new[] { 2, 0, 9f })]
    [TestCase("SegmentProd", new[] { 3, 1, 9f })]
    [TestCase("SegmentMax", new[] { 3, 0, 9f })]
    [TestCase("SegmentMin", new[] { 1, 0, 9f })]
    public void Segments_without_rows_have_their_own_value(string opType, float[] expected)
    {
        SourceBuilder source = FlexSource.Of(opType).Input<float>([1, 3, 9]).Input<int>([0, 0, 2]).Output(ElementType.Float);
        foreach (int opset in Opsets)
            Assert.That(source.Run<float>(opset), Is.EqualTo(expected), $"opset {opset}");
    }

    [Test]
    public void A_segment_keeps_its_NaN_and_infinity_for_itself([ValueSource(nameof(Opsets))] int opset)
    {
        SourceBuilder source = FlexSource.Of("SegmentSum").Input<float>([float.NaN, float.PositiveInfinity, 2]).Input<int>([0, 1, 2]).Output(ElementType.Float);
        Assert.That(source.Run<float>(opset), Is.EqualTo(new[] { float.NaN, float.PositiveInfinity, 2 }));
    }

    [TestCase("SparseSegmentSum", new[] { 5, 50, 0, 0, 2, 20f })]
    [TestCase("SparseSegmentMeanWithNumSegments", new[] { 2.5f, 25, 0, 0, 2, 20, 0, 0 })]
    [TestCase("SparseSegmentSqrtNWithNumSegments", new[] { 3.5355339f, 35.355339f, 0, 0, 2, 20, 0, 0 })]
    public void Picked_rows_are_added_up(string opType, float[] expected)
    {
        SourceBuilder source = FlexSource.Of(opType).Input<float>([1, 10, 2, 20, 4, 40], [3, 2]).Input<int>([0, 2, 1]).Input<int>([0, 0, 2]);
        if (opType.EndsWith("NumSegments", StringComparison.Ordinal))
            source.Constant<int>([4], []);
        source.Output(ElementType.Float);
        foreach (int opset in Opsets)
            Assert.That(source.Run<float>(opset), Is.EqualTo(expected).Within(1e-5f), $"opset {opset}");
    }

    [Test]
    public void A_tensor_is_taken_apart_by_numbers()
    {
        SourceBuilder source = FlexSource.Of("DynamicPartition").Input<int>([1, 2, 3, 4], [2, 2]).Input<int>([1, 0, 1, 1], [2, 2]).Output(ElementType.Int32).Output(ElementType.Int32).Output(ElementType.Int32);
        Assert.That(source.Run<int>(), Is.EqualTo(new[] { 2 }));
        Assert.That(source.Run<int>(output: 1), Is.EqualTo(new[] { 1, 3, 4 }));
        Assert.That(source.Run<int>(output: 2), Is.Empty);
    }

    [Test]
    public void Of_stitched_tensors_the_later_one_wins()
    {
        SourceBuilder source = FlexSource.Of("DynamicStitch").Input<int>([3, 0]).Input<int>([1, 0], [1, 2]).Input<float>([30, 31, 0, 1], [2, 2]).Input<float>([10, 11, 8, 9], [1, 2, 2]).Output(ElementType.Float);
        Assert.That(source.Run<float>(), Is.EqualTo(new float[] { 8, 9, 10, 11, 0, 0, 30, 31 }));
    }

    [TestCase("TensorScatterUpdate", new[] { 1, 9, 3, 7 })]
    [TestCase("TensorScatterAdd", new[] { 1, 11, 3, 11 })]
    [TestCase("TensorScatterSub", new[] { 1, -7, 3, -3 })]
    [TestCase("TensorScatterMax", new[] { 1, 9, 3, 7 })]
    [TestCase("TensorScatterMin", new[] { 1, 2, 3, 4 })]
    public void Updates_are_combined_with_a_tensor(string opType, int[] expected)
    {
        SourceBuilder source = FlexSource.Of(opType).Input<int>([1, 2, 3, 4]).Input<int>([1, 3], [2, 1]).Input<int>([9, 7]).Output(ElementType.Int32);
        foreach (int opset in Opsets)
            Assert.That(source.Run<int>(opset), Is.EqualTo(expected), $"opset {opset}");
    }

    [TestCase(0, new[] { 2, 0, 1 })]
    [TestCase(1, new[] { 1, 0, 1 })]
    public void Numbers_that_reach_the_size_are_not_counted(int binary, int[] expected)
    {
        SourceBuilder source = FlexSource.Of("DenseBincount").Input<int>([0, 2, 0, 3, 9]).Constant<int>([3], []).Constant<int>([]).Option("binary_output", binary).Output(ElementType.Int32);
        Assert.That(source.Run<int>(), Is.EqualTo(expected));
    }

    [Test]
    public void Weights_are_added_up_row_by_row()
    {
        SourceBuilder source = FlexSource.Of("DenseBincount").Input<int>([0, 1, 1, 5], [2, 2]).Input<int>([2], []).Input<float>([0.5f, 1, 2, 3], [2, 2]).Output(ElementType.Float);
        Assert.That(source.Run<float>(), Is.EqualTo(new[] { 0.5f, 1, 0, 2 }));
    }

    [TestCase(2, 1, new[] { 3, 4, 1, 2, 7, 8, 5, 6 })]
    [TestCase(-1, 0, new[] { 5, 6, 7, 8, 1, 2, 3, 4 })]
    [TestCase(3, 2, new[] { 2, 1, 4, 3, 6, 5, 8, 7 })]
    public void Elements_that_roll_out_come_in_again(int shift, int axis, int[] expected)
    {
        int[] x = [1, 2, 3, 4, 5, 6, 7, 8];
        SourceBuilder source = FlexSource.Of("Roll").Input(x, [2, 2, 2]).Input<int>([axis == 1 ? shift - 1 : shift], []).Constant<int>([axis], []).Output(ElementType.Int32);
        Assert.That(source.Run<int>(), Is.EqualTo(expected));
    }

    [Test]
    public void Unique_values_are_counted_in_the_order_in_which_they_appear()
    {
        SourceBuilder source = FlexSource.Of("UniqueWithCounts").Input<int>([7, 3, 7, 7, 1]).Output(ElementType.Int32).Output(ElementType.Int32).Output(ElementType.Int32);
        Assert.That(source.Run<int>(), Is.EqualTo(new[] { 7, 3, 1 }));
        Assert.That(source.Run<int>(output: 1), Is.EqualTo(new[] { 0, 1, 0, 0, 2 }));
        Assert.That(source.Run<int>(output: 2), Is.EqualTo(new[] { 3, 1, 1 }));
    }

    [Test]
    public void What_another_list_has_is_left_out()
    {
        SourceBuilder source = FlexSource.Of("ListDiff").Input<int>([1, 2, 3, 4, 2]).Input<int>([2, 9]).Output(ElementType.Int32).Output(ElementType.Int32);
        Assert.That(source.Run<int>(), Is.EqualTo(new[] { 1, 3, 4 }));
        Assert.That(source.Run<int>(output: 1), Is.EqualTo(new[] { 0, 2, 3 }));
    }
}
