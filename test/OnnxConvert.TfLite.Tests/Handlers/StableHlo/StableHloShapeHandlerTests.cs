using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

internal sealed class StableHloShapeHandlerTests
{
    private static readonly int[] OneToSix = [1, 2, 3, 4, 5, 6];

    [Test]
    public void Broadcasting_puts_dimensions_where_the_option_says()
    {
        // (2, 3) as dimensions 2 and 0 of (3, 2, 2).
        var source = new SourceBuilder(TfLiteOps.StableHloBroadcastInDim).Input(OneToSix, [2, 3])
            .Option("broadcast_dimensions", new long[] { 2, 0 }).Output(ElementType.Int32, dims: [3, 2, 2]);
        Assert.That(source.Run<int>(), Is.EqualTo(new[] { 1, 4, 1, 4, 2, 5, 2, 5, 3, 6, 3, 6 }));
    }

    [Test]
    public void Reshape_takes_the_shape_of_the_output() => Assert.That(
        new SourceBuilder(TfLiteOps.StableHloReshape).Input(OneToSix, [2, 3]).Output(ElementType.Int32, dims: [3, 1, 2]).Conversion().ToOnnx(18).Model.Graph.Outputs[0].Shape,
        Is.EqualTo(Shape.Of(3, 1, 2)));

    [Test]
    public void Transpose_concatenate_and_slice()
    {
        var transposed = new SourceBuilder(TfLiteOps.StableHloTranspose).Input(OneToSix, [2, 3]).Option("permutation", new long[] { 1, 0 }).Output(ElementType.Int32);
        Assert.That(transposed.Run<int>(), Is.EqualTo(new[] { 1, 4, 2, 5, 3, 6 }));
        var joined = new SourceBuilder(TfLiteOps.StableHloConcatenate).Input<int>([1, 2], [2, 1]).Input<int>([3, 4], [2, 1]).Option("dimension", 1).Output(ElementType.Int32);
        Assert.That(joined.Run<int>(), Is.EqualTo(new[] { 1, 3, 2, 4 }));
        var sliced = new SourceBuilder(TfLiteOps.StableHloSlice).Input(OneToSix)
            .Option("start_indices", new long[] { 1 }).Option("limit_indices", new long[] { 6 }).Option("strides", new long[] { 2 }).Output(ElementType.Int32);
        Assert.That(sliced.Run<int>(), Is.EqualTo(new[] { 2, 4, 6 }));
    }

    [Test]
    public void Iota_counts_along_its_dimension() => Assert.That(
        new SourceBuilder(TfLiteOps.StableHloIota).Option("iota_dimension", 1).Output(ElementType.Float, dims: [2, 3]).Run<float>(),
        Is.EqualTo(new float[] { 0, 1, 2, 0, 1, 2 }));

    [TestCase(-3, 0, new[] { 1, 2, 4, 5 })]
    [TestCase(1, 9, new[] { 2, 3, 5, 6 })]
    public void A_dynamic_slice_is_moved_so_that_it_fits(int row, int column, int[] expected)
    {
        var source = new SourceBuilder(TfLiteOps.StableHloDynamicSlice).Input(OneToSix, [2, 3]).Input<int>([row], []).Input<int>([column], [])
            .Option("slice_sizes", new long[] { 2, 2 }).Output(ElementType.Int32);
        Assert.That(source.Run<int>(13), Is.EqualTo(expected));
    }

    [Test]
    public void A_dynamic_update_is_moved_so_that_it_fits()
    {
        var source = new SourceBuilder(TfLiteOps.StableHloDynamicUpdateSlice).Input(OneToSix, [2, 3]).Input<int>([8, 9], [1, 2])
            .Input<int>([7], []).Input<int>([-7], []).Output(ElementType.Int32);
        Assert.That(source.Run<int>(), Is.EqualTo(new[] { 1, 2, 3, 8, 9, 6 }));
    }

    [TestCase(0, 0, 2, new[] { 1, 9, 9, 2, 9, 9, 3 })]
    [TestCase(1, 2, 0, new[] { 9, 1, 2, 3, 9, 9 })]
    [TestCase(-1, 1, 1, new[] { 9, 2, 9, 3, 9 })]
    [TestCase(-4, 2, 0, new[] { 9 })]
    [TestCase(-1, -4, 1, new int[0])]
    public void Padding_inserts_adds_and_crops(int low, int high, int interior, int[] expected)
    {
        var source = new SourceBuilder(TfLiteOps.StableHloPad).Input<int>([1, 2, 3]).Constant<int>([9], [])
            .Option("edge_padding_low", new long[] { low }).Option("edge_padding_high", new long[] { high }).Option("interior_padding", new long[] { interior })
            .Output(ElementType.Int32);
        Assert.That(source.Run<int>(13), Is.EqualTo(expected));
        Assert.That(source.Run<int>(source.Open(0, 0).Conversion().ToOnnx(18)), Is.EqualTo(expected));
    }

    [Test]
    public void Dilate_moves_elements_apart()
    {
        var source = new SourceBuilder(TfLiteOps.Dilate).Input<short>([1, 2, 3, 4], [2, 2]).Constant<int>([2, 1]).Input<short>([7], []).Output(ElementType.Int16);
        Assert.That(source.Run<short>(), Is.EqualTo(new short[] { 1, 2, 7, 7, 3, 4 }));
    }

    [Test]
    public void A_custom_call_is_refused_by_its_target()
    {
        var source = new SourceBuilder(TfLiteOps.StableHloCustomCall).Input<int>([1]).Option(new NodeAttribute("call_target_name", "acme.solve")).Output(ElementType.Int32);
        Assert.That(() => source.Operators(), Throws.TypeOf<UnsupportedModelException>().With.Message.Contains("acme.solve"));
    }
}
