using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

internal sealed class RandomHandlerTests
{
    private const int Count = 4000;

    [TestCase(TfLiteOps.RandomUniform, 0.5, 1 / 12.0)]
    [TestCase(TfLiteOps.RandomStandardNormal, 0, 1)]
    public void Numbers_have_the_distribution(string opType, double mean, double variance)
    {
        foreach (bool isConstant in (bool[])[true, false])
        {
            var source = new SourceBuilder(opType).Option("seed", 3);
            source = isConstant ? source.Constant<int>([2, Count / 2]) : source.Input<int>([2, Count / 2]);
            float[] numbers = source.Output(ElementType.Float).Run<float>();
            Assert.That(numbers, Has.Length.EqualTo(Count));
            Assert.That(numbers.Average(), Is.EqualTo(mean).Within(0.06));
            Assert.That(numbers.Average(number => (number - mean) * (number - mean)), Is.EqualTo(variance).Within(0.1));
        }
    }

    [TestCase(true)]
    [TestCase(false)]
    public void Classes_are_drawn_by_their_probabilities(bool isConstant)
    {
        var source = new SourceBuilder(TfLiteOps.Multinomial).Input<float>([0, MathF.Log(3), -100], [1, 3]).Option("seed2", 5);
        source = isConstant ? source.Constant<int>([Count], []) : source.Input<int>([Count], []);
        int[] draws = source.Output(ElementType.Int32).Run<int>();
        Assert.That(draws, Has.Length.EqualTo(Count));
        Assert.That(draws.Count(draw => draw == 1) / (double)Count, Is.EqualTo(0.75).Within(0.04));
        Assert.That(draws, Has.None.EqualTo(2));
    }
}
