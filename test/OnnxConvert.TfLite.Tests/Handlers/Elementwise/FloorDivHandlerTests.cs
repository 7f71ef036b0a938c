using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

internal sealed class FloorDivHandlerTests
{
    private static readonly int[] Dividends = [7, -7, 7, -7, 6, int.MinValue];
    private static readonly int[] Divisors = [2, 2, -2, -2, 3, 3];

    [TestCase(9)]
    [TestCase(18)]
    public void Rounds_integer_quotients_down(int opset)
    {
        var source = new SourceBuilder(TfLiteOps.FloorDiv).Input(Dividends).Input(Divisors).Output(ElementType.Int32);
        Assert.That(source.Run<int>(opset), Is.EqualTo(new[] { 3, -4, -4, 3, 2, -715827883 }));
    }

    [Test]
    public void Rounds_quotients_of_narrow_integers_down()
    {
        var source = new SourceBuilder(TfLiteOps.FloorDiv).Input<sbyte>([-128, 7]).Input<sbyte>([3, -2]).Output(ElementType.Int8);
        Assert.That(source.Run<sbyte>(), Is.EqualTo(new sbyte[] { -43, -4 }));
    }

    [Test]
    public void Gives_integer_remainders_the_sign_of_the_divisor()
    {
        var source = new SourceBuilder(TfLiteOps.FloorMod).Input(Dividends).Input(Divisors).Output(ElementType.Int32);
        Assert.That(source.Run<int>(), Is.EqualTo(new[] { 1, 1, -1, -1, 0, 1 }));
    }

    [Test]
    public void Gives_real_remainders_the_sign_of_the_divisor()
    {
        var source = new SourceBuilder(TfLiteOps.FloorMod).Input<float>([5.5f, -5.5f, 5.5f, -6]).Input<float>([2, 2, -2, 2]).Output(ElementType.Float);
        Assert.That(source.Run<float>(), Is.EqualTo(new[] { 1.5f, 0.5f, -0.5f, 0 }));
    }
}
