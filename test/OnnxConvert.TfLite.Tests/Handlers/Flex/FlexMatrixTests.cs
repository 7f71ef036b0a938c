using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

internal sealed class FlexMatrixTests
{
    private static readonly int[] Matrix = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

    // The examples of tf.linalg.diag_part: a matrix of three rows and four columns, diagonals -1 to 2.
    [TestCase("RIGHT_LEFT", new[] { 0, 3, 8, 2, 7, 12, 1, 6, 11, 5, 10, 0 })]
    [TestCase("LEFT_RIGHT", new[] { 3, 8, 0, 2, 7, 12, 1, 6, 11, 0, 5, 10 })]
    [TestCase("LEFT_LEFT", new[] { 3, 8, 0, 2, 7, 12, 1, 6, 11, 5, 10, 0 })]
    [TestCase("RIGHT_RIGHT", new[] { 0, 3, 8, 2, 7, 12, 1, 6, 11, 0, 5, 10 })]
    public void Diagonals_stand_where_the_alignment_says(string align, int[] expected)
    {
        SourceBuilder computed = FlexSource.Of("MatrixDiagPartV3").Input(Matrix, [3, 4]).Input<int>([-1, 2]).Constant<int>([0], []).Text("align", align).Output(ElementType.Int32);
        SourceBuilder known = FlexSource.Of("MatrixDiagPartV3").Input(Matrix, [3, 4]).Constant<int>([-1, 2]).Constant<int>([0], []).Text("align", align).Output(ElementType.Int32);
        Assert.That(computed.Run<int>(11), Is.EqualTo(expected));
        Assert.That(computed.Run<int>(), Is.EqualTo(expected));
        Assert.That(known.Run<int>(), Is.EqualTo(expected));
    }

    [TestCase("RIGHT_LEFT")]
    [TestCase("LEFT_RIGHT")]
    [TestCase("LEFT_LEFT")]
    [TestCase("RIGHT_RIGHT")]
    public void Packed_diagonals_give_the_band_back(string align)
    {
        int[] packed = FlexSource.Of("MatrixDiagPartV3").Input(Matrix, [3, 4]).Constant<int>([-1, 2]).Constant<int>([0], []).Text("align", align).Output(ElementType.Int32).Run<int>();
        int[] band = [1, 2, 3, 0, 5, 6, 7, 8, 0, 10, 11, 12];
        SourceBuilder diag = FlexSource.Of("MatrixDiagV3").Input(packed, [4, 3]).Input<int>([-1, 2]).Input<int>([3], []).Input<int>([4], []).Constant<int>([0], []).Text("align", align).Output(ElementType.Int32);
        Assert.That(diag.Run<int>(), Is.EqualTo(band));
        SourceBuilder set = FlexSource.Of("MatrixSetDiagV3").Input(new int[12], [1, 3, 4]).Input(packed, [1, 4, 3]).Constant<int>([-1, 2]).Text("align", align).Output(ElementType.Int32);
        Assert.That(set.Run<int>(), Is.EqualTo(band));
    }

    [TestCase(-1, -1, new[] { 9, 1, 9, 9, 9, 2, 9, 9, 9 })]
    [TestCase(2, -1, new[] { 9, 1, 9, 9, 9, 2 })]
    [TestCase(-1, 4, new[] { 9, 1, 9, 9, 9, 9, 2, 9 })]
    public void A_matrix_is_as_large_as_it_must_be(int rows, int columns, int[] expected)
    {
        SourceBuilder source = FlexSource.Of("MatrixDiagV3").Input<int>([1, 2]).Input<int>([1], []).Constant<int>([rows], []).Input<int>([columns], []).Constant<int>([9], []).Output(ElementType.Int32);
        Assert.That(source.Run<int>(), Is.EqualTo(expected));
    }

    [Test]
    public void One_computed_diagonal_leaves_no_dimension_for_it()
    {
        SourceBuilder source = FlexSource.Of("MatrixDiagPartV2").Input(Matrix, [3, 4]).Input<int>([1, 1]).Constant<int>([0], []).Output(ElementType.Int32);
        Assert.That(source.Run<int>(), Is.EqualTo(new[] { 2, 7, 12 }));
    }

    [TestCase(0, 0, new[] { 1, 0, 0, 0, 0, 6, 0, 0, 0, 0, 11, 0 })]
    [TestCase(-1, 0, new[] { 1, 0, 0, 0, 5, 6, 0, 0, 9, 10, 11, 0 })]
    [TestCase(1, -1, new[] { 1, 2, 3, 4, 5, 6, 7, 8, 0, 10, 11, 12 })]
    public void A_band_keeps_so_many_diagonals(int lower, int upper, int[] expected)
    {
        SourceBuilder source = FlexSource.Of("MatrixBandPart").Input(Matrix, [3, 4]).Constant<int>([lower], []).Input<int>([upper], []).Output(ElementType.Int32);
        Assert.That(source.Run<int>(), Is.EqualTo(expected));
    }

    [TestCase(0, new[] { 0, 1, 0.5f, 0, /**/ -2, 1, 1.5f, -0.5f })]
    [TestCase(1, new[] { 0, 0.5f, 1, 0, /**/ -2, 1.5f, 1, -0.5f })]
    public void Matrices_are_inverted_where_the_first_pivot_is_zero(int adjoint, float[] expected)
    {
        SourceBuilder source = FlexSource.Of("MatrixInverse").Input<float>([0, 2, 1, 0, /**/ 1, 2, 3, 4], [2, 2, 2]).Option("adjoint", adjoint).Output(ElementType.Float);
        Assert.That(source.Run<float>(13), Is.EqualTo(expected).Within(1e-6f));
        Assert.That(source.Run<float>(), Is.EqualTo(expected).Within(1e-6f));
    }

    [Test]
    public void Linear_equations_are_solved()
    {
        SourceBuilder source = FlexSource.Of("MatrixSolve").Input<float>([0, 2, 0, 1, 1, 1, 3, 0, 1], [3, 3]).Input<float>([4, 6, 6], [3, 1]).Output(ElementType.Float);
        Assert.That(source.Run<float>(), Is.EqualTo(new float[] { 1, 2, 3 }).Within(1e-5f));
    }

    [Test]
    public void A_determinant_is_given_by_sign_and_size()
    {
        SourceBuilder source = FlexSource.Of("LogMatrixDeterminant").Input<float>([0, 2, 1, 0], [2, 2]).Output(ElementType.Float).Output(ElementType.Float);
        Assert.That(source.Run<float>(), Is.EqualTo(new float[] { -1 }));
        Assert.That(source.Run<float>(output: 1), Is.EqualTo(new[] { MathF.Log(2) }).Within(1e-6f));
    }
}
