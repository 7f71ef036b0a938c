using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

internal sealed class StableHloCompareHandlerTests
{
    private static readonly float[] A = [1, 2, 2, -0f, 0, float.NaN, 1, float.NaN];
    private static readonly float[] B = [2, 1, 2, 0, -0f, 1, float.NaN, float.NaN];

    // The directions as the schema numbers them: EQ, NE, GE, GT, LE, LT.
    [TestCase(0, "00111000")]
    [TestCase(1, "11000111")]
    [TestCase(2, "01111000")]
    [TestCase(3, "01000000")]
    [TestCase(4, "10111000")]
    [TestCase(5, "10000000")]
    public void Numbers(int direction, string expected) => Assert.That(Compare(direction, type: 1), Is.EqualTo(expected));

    [TestCase(0, "00100001")]
    [TestCase(1, "11011110")]
    [TestCase(2, "01101101")]
    [TestCase(3, "01001100")]
    [TestCase(4, "10110011")]
    [TestCase(5, "10010010")]
    public void Total_order(int direction, string expected) => Assert.That(Compare(direction, type: 2), Is.EqualTo(expected));

    private static string Compare(int direction, int type)
    {
        bool[] holds = new SourceBuilder(TfLiteOps.StableHloCompare).Input(A).Input(B)
            .Option("comparison_direction", direction).Option("compare_type", type)
            .Output(ElementType.Bool).Run<bool>(13);
        return string.Concat(holds.Select(held => held ? '1' : '0'));
    }
}
