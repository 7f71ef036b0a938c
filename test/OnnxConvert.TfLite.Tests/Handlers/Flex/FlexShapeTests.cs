using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

/// <summary>Operators that move elements, and those that say how many there are.</summary>
internal sealed class FlexShapeTests
{
    private static readonly float[] Eight = [1, 2, 3, 4, 5, 6, 7, 8];

    [TestCase("DepthToSpace", new long[] { 1, 1, 2, 4 }, new float[] { 1, 2, 5, 6, 3, 4, 7, 8 })]
    [TestCase("SpaceToDepth", new long[] { 1, 2, 4, 1 }, new float[] { 1, 2, 5, 6, 3, 4, 7, 8 })]
    public void Blocks_move_between_pixels_and_channels(string opType, long[] dims, float[] expected)
    {
        SourceBuilder source = FlexSource.Of(opType).Input(Eight, dims).Option("block_size", 2).Text("data_format", "NHWC").Output(ElementType.Float);
        Assert.That(source.Run<float>(), Is.EqualTo(expected));
        source = FlexSource.Of(opType).Input([.. Eight.Select(x => (int)x)], dims).Option("block_size", 2).Output(ElementType.Int32);
        Assert.That(source.Run<int>(), Is.EqualTo(expected.Select(x => (int)x)));
        source = FlexSource.Of(opType).Input(Eight, dims).Option("block_size", 2).Text("data_format", "NCHW").Output(ElementType.Float);
        Assert.That(() => source.Conversion().ToOnnx(18), Throws.TypeOf<UnsupportedModelException>().With.Message.Contains("NCHW"));
    }

    [TestCase("Gather", false, new[] { 3, 4, 1f, 2 })]
    [TestCase("GatherV2", true, new[] { 2, 1, 4f, 3 })]
    public void Slices_are_picked(string opType, bool hasAxis, float[] expected)
    {
        SourceBuilder source = FlexSource.Of(opType).Input(Eight[..4], [2, 2]).Input<int>([1, 0]);
        if (hasAxis)
            source.Constant<int>([1], []);
        Assert.That(source.Output(ElementType.Float).Run<float>(), Is.EqualTo(expected));
    }

    [TestCase("REFLECT", new[] { 3, 2, 1, 2, 3, 2f })]
    [TestCase("SYMMETRIC", new[] { 2, 1, 1, 2, 3, 3f })]
    public void Edges_are_mirrored(string mode, float[] expected)
    {
        SourceBuilder source = FlexSource.Of("MirrorPad").Input(Eight[..3]).Constant<int>([2, 1], [1, 2]).Text("mode", mode).Output(ElementType.Float);
        Assert.That(source.Run<float>(), Is.EqualTo(expected));
    }

    [TestCase(-1, new float[] { 5, 9, 5, 5, 5, 5 })]
    [TestCase(0, new float[] { 5, 5, 9, 5, 5, 5 })]
    public void One_place_is_hot(int axis, float[] expected)
    {
        SourceBuilder source = FlexSource.Of("OneHot").Input<int>([1, 7]).Constant<int>([3], []).Constant<float>([9], []).Constant<float>([5], []).Option("axis", axis).Output(ElementType.Float);
        Assert.That(source.Run<float>(), Is.EqualTo(expected));
    }

    [Test]
    public void A_permutation_is_inverted() =>
        Assert.That(FlexSource.Of("InvertPermutation").Input<int>([2, 0, 3, 1]).Output(ElementType.Int32).Run<int>(), Is.EqualTo(new[] { 1, 3, 0, 2 }));

    [Test]
    public void Values_that_repeat_are_left_out()
    {
        SourceBuilder source = FlexSource.Of("UniqueV2").Input<float>([4, 4, 2, 4]).Constant<int>([0]).Output(ElementType.Float).Output(ElementType.Int32);
        Assert.That(source.Run<float>(), Is.EqualTo(new float[] { 4, 2 }));
        Assert.That(source.Run<int>(output: 1), Is.EqualTo(new[] { 0, 0, 1, 0 }));
    }

    [Test]
    public void Sizes_are_counted()
    {
        Assert.That(FlexSource.Of("Size").Input(Eight, [2, 4]).Output(ElementType.Int32).Run<int>(), Is.EqualTo(new[] { 8 }));
        SourceBuilder source = FlexSource.Of("ShapeN").Input(Eight, [2, 4]).Input<int>([1], [1, 1]).Output(ElementType.Int32).Output(ElementType.Int32);
        Assert.That(source.Run<int>(), Is.EqualTo(new[] { 2, 4 }));
        Assert.That(source.Run<int>(output: 1), Is.EqualTo(new[] { 1, 1 }));
        Assert.That(FlexSource.Of("Empty").Constant<int>([2, 2]).Output(ElementType.Float).Run<float>(), Has.Length.EqualTo(4));
    }

    [Test]
    public void A_tensor_becomes_a_diagonal_and_back()
    {
        float[] diagonal = FlexSource.Of("Diag").Input<float>([1, float.NaN, 3, 4], [2, 2]).Output(ElementType.Float).Run<float>();
        Assert.That(diagonal, Is.EqualTo(new[] { 1, 0, 0, 0, 0, float.NaN, 0, 0, 0, 0, 3, 0, 0, 0, 0, 4 }));
        Assert.That(FlexSource.Of("DiagPart").Input(diagonal, [2, 2, 2, 2]).Output(ElementType.Float).Run<float>(), Is.EqualTo(new[] { 1, float.NaN, 3, 4 }));
    }

    [TestCase(1, 0, new[] { 2, 0.5f })]
    [TestCase(0, 0, new[] { 1, 1f })]
    [TestCase(1, 1, new[] { 1.5f, 1 })]
    public void Triangular_equations_are_solved(int lower, int adjoint, float[] expected)
    {
        // Of the two triangles of [2 4; 2 4], or transposed, only one counts.
        SourceBuilder source = FlexSource.Of("MatrixTriangularSolve").Input<float>([2, 2, lower == 1 ? 2 : 9, 4], [2, 2]).Input<float>(lower == 1 && adjoint == 0 ? [4, 6] : lower == 0 ? [4, 4] : [5, 4], [2, 1])
            .Option("lower", lower).Option("adjoint", adjoint).Output(ElementType.Float);
        Assert.That(source.Run<float>(), Is.EqualTo(expected).Within(1e-6));
    }

    [Test]
    public void The_determinant_of_matrices([Values("MatrixDeterminant", "BatchMatrixDeterminant")] string opType)
    {
        SourceBuilder source = FlexSource.Of(opType).Input<float>([1, 2, 3, 4, 2, 0, 0, 2], [2, 2, 2]).Output(ElementType.Float);
        Assert.That(source.Run<float>(), Is.EqualTo(new float[] { -2, 4 }).Within(1e-5));
    }

    [Test]
    public void Operators_without_results_vanish()
    {
        var source = new SourceGraph();
        Value x = source.Input(Eight);
        source.AddNode("FlexNoOp", TfLiteOps.CustomDomain, []);
        source.AddNode("FlexPrintV2", TfLiteOps.CustomDomain, [x]);
        source.Output(source.Add("FlexIdentity", TfLiteOps.CustomDomain, [x], ElementType.Float, [8]));
        Assert.That(source.Run<float>(), Is.EqualTo(Eight));
    }
}
