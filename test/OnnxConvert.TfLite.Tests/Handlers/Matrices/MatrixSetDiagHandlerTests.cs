using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

internal sealed class MatrixSetDiagHandlerTests
{
    [TestCase(2, 3, new[] { 7, 1, 1, 1, 8, 1 })]
    [TestCase(3, 2, new[] { 7, 1, 1, 8, 1, 1 })]
    public void The_diagonal_of_a_rectangle_is_as_long_as_its_shorter_side(int rows, int columns, int[] expected)
    {
        var source = new SourceBuilder(TfLiteOps.MatrixSetDiag)
            .Input([.. Enumerable.Repeat(1, rows * columns)], [rows, columns]).Input<int>([7, 8])
            .Output(ElementType.Int32);
        Assert.That(source.Run<int>(), Is.EqualTo(expected));
    }
}
