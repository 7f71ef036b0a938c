using OnnxConvert.Ir;

namespace OnnxConvert.Core.Tests.Ir;

public class QuantizationParametersTests
{
    [Test]
    public void Values_follow_the_formula()
    {
        Assert.That(new QuantizationParameters(0.5f, 3).Dequantize(-1), Is.EqualTo(-2));
        Assert.That(new QuantizationParameters([0.5f, 2f], [0, 1], 0).Dequantize(5, 1), Is.EqualTo(8));
    }

    [Test]
    public void Counts_must_agree_and_not_be_zero()
    {
        Assert.That(() => new QuantizationParameters([1f, 2f], [0L], 0), Throws.ArgumentException.With.Message.Contains("2 scales and 1 zero points"));
        Assert.That(() => new QuantizationParameters([], [], 0), Throws.ArgumentException);
        Assert.That(() => new QuantizationParameters(default, default, 0), Throws.ArgumentException);
    }

    [Test]
    public void The_axis_matters_only_where_there_are_several_scales()
    {
        Assert.That(new QuantizationParameters([1f], [0], 2), Is.EqualTo(new QuantizationParameters(1, 0)));
        QuantizationParameters a = new([1f, 2f], [0, 0], 1), b = new([1f, 2f], [0, 0], 1);
        Assert.That((a, a.GetHashCode()), Is.EqualTo((b, b.GetHashCode())));
        Assert.That(a, Is.Not.EqualTo(new QuantizationParameters([1f, 2f], [0, 0], 0)).And.Not.EqualTo(new QuantizationParameters([1f, 2f], [0, 1], 1)));
    }

    [Test]
    public void Text_is_the_formula()
    {
        Assert.That(new QuantizationParameters(0.5f, 128).ToString(), Is.EqualTo("0.5·(q − 128)"));
        Assert.That(new QuantizationParameters(0.5f, -1).ToString(), Is.EqualTo("0.5·(q + 1)"));
        Assert.That(new QuantizationParameters(0.5f, 0).ToString(), Is.EqualTo("0.5·q"));
        Assert.That(new QuantizationParameters([1f, 0.25f], [0, 0], 3).ToString(), Is.EqualTo("2 scales 0.25..1 along axis 3"));
    }
}
