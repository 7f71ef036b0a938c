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

    private static SourceBuilder Given(SourceBuilder source, bool isConstant, params (int[] Values, long[] Dims)[] parameters)
    {
        foreach ((int[] values, long[] dims) in parameters)
            source = isConstant ? source.Constant(values, dims) : source.Input(values, dims);
        return source;
    }
}
