using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

internal sealed class Atan2HandlerTests
{
    [Test]
    public void Gives_what_atan2_gives_for_zeros_and_infinities_of_all_signs()
    {
        float[] numbers = [0f, -0f, 1, -2, float.PositiveInfinity, float.NegativeInfinity];
        float[] y = [.. numbers.SelectMany(a => numbers.Select(_ => a))];
        float[] x = [.. numbers.SelectMany(_ => numbers)];
        float[] result = new SourceBuilder(TfLiteOps.Atan2).Input(y).Input(x).Output(ElementType.Float).Run<float>();
        Assert.That(result, Is.EqualTo(y.Zip(x, MathF.Atan2)).Within(1e-6f));
    }
}
