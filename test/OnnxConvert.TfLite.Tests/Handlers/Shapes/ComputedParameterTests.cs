using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

/// <summary>Parameters that come as graph inputs give what constant ones give.</summary>
internal sealed class ComputedParameterTests
{
    private static readonly float[] Values = [.. Enumerable.Range(0, 16).Select(i => (float)i)];

    [TestCase(true)]
    [TestCase(false)]
    public void Blocks_go_to_the_batch_and_back(bool isConstant)
    {
        var toBatch = Given(new SourceBuilder(TfLiteOps.SpaceToBatchNd).Input(Values, [1, 4, 4, 1]), isConstant, ([2, 2], [2]), ([0, 0, 2, 0], [2, 2]));
        Assert.That(toBatch.Output(ElementType.Float).Run<float>().Take(6), Is.EqualTo(new float[] { 0, 0, 2, 0, 8, 10 }));
        var toSpace = Given(new SourceBuilder(TfLiteOps.BatchToSpaceNd).Input(Values, [4, 2, 2, 1]), isConstant, ([2, 2], [2]), ([1, 0, 0, 2], [2, 2]));
        Assert.That(toSpace.Output(ElementType.Float).Run<float>(), Is.EqualTo(new float[] { 8, 12, 2, 6, 10, 14 }));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void Elements_are_drawn_apart(bool isConstant)
    {
        var source = Given(new SourceBuilder(TfLiteOps.Dilate).Input(Values[1..5], [2, 2]), isConstant, ([1, 3], [2])).Constant<float>([9], []);
        Assert.That(source.Output(ElementType.Float).Run<float>(), Is.EqualTo(new float[] { 1, 9, 9, 2, 3, 9, 9, 4 }));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void A_symmetric_border_repeats_the_edge(bool isConstant)
    {
        var source = Given(new SourceBuilder(TfLiteOps.MirrorPad).Input(Values[..3], [1, 3]), isConstant, ([0, 0, 1, 2], [2, 2])).Option("mode", 1);
        Assert.That(source.Output(ElementType.Float).Run<float>(), Is.EqualTo(new float[] { 0, 0, 1, 2, 2, 1 }));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void A_slice_runs_backwards(bool isConstant)
    {
        var source = Given(new SourceBuilder(TfLiteOps.StridedSlice).Input(Values[..6], [2, 3]), isConstant, ([0, -1], [2]), ([2, -3], [2]), ([1, -1], [2]))
            .Option("begin_mask", 1);
        Assert.That(source.Output(ElementType.Float).Run<float>(), Is.EqualTo(new float[] { 2, 1, 5, 4 }));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void A_transposed_convolution_is_cut_to_its_shape(bool isConstant)
    {
        var source = Given(new SourceBuilder(TfLiteOps.TransposeConv), isConstant, ([1, 1, 5, 1], [4]))
            .Constant<float>([1, 10, 100], [1, 1, 3, 1]).Input<float>([1, 2, 3], [1, 1, 3, 1])
            .Option("stride_h", 1).Option("stride_w", 2);
        Assert.That(source.Output(ElementType.Float).Run<float>(), Is.EqualTo(new float[] { 10, 102, 20, 203, 30 }));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void A_tensor_is_transposed(bool isConstant)
    {
        var source = Given(new SourceBuilder(TfLiteOps.Transpose).Input(Values[..6], [1, 2, 3]), isConstant, ([2, 0, -2], [3]));
        Assert.That(source.Output(ElementType.Float).Run<float>(13), Is.EqualTo(new float[] { 0, 3, 1, 4, 2, 5 }));
    }

    [TestCase(TfLiteOps.Mean, 13, new[] { 6.5f, 8.5f })]
    [TestCase(TfLiteOps.ReduceMax, 13, new[] { 13f, 15f })]
    [TestCase(TfLiteOps.ReduceMax, 18, new[] { 13f, 15f })]
    public void Axes_are_reduced(string opType, int opset, float[] expected)
    {
        foreach (bool isConstant in (bool[])[true, false])
        {
            var source = Given(new SourceBuilder(opType).Input(Values, [4, 2, 2]), isConstant, ([-1, 0, -1], [3]));
            Assert.That(source.Output(ElementType.Float).Run<float>(opset), Is.EqualTo(expected));
        }
    }

    [TestCase(13)]
    [TestCase(18)]
    public void Updates_are_added_in_a_computed_shape(int opset)
    {
        foreach (bool isConstant in (bool[])[true, false])
        {
            SourceBuilder source = Given(new SourceBuilder(TfLiteOps.ScatterNd).Input<int>([1, 3, 1], [3, 1]).Input(Values[..6], [3, 2]), isConstant, ([4, 2], [2]));
            Assert.That(source.Output(ElementType.Float).Run<float>(opset), Is.EqualTo(new float[] { 0, 0, 4, 6, 0, 0, 2, 3 }));
        }
    }

    private static SourceBuilder Given(SourceBuilder source, bool isConstant, params (int[] Values, long[] Dims)[] parameters)
    {
        foreach ((int[] values, long[] dims) in parameters)
            source = isConstant ? source.Constant(values, dims) : source.Input(values, dims);
        return source;
    }
}
