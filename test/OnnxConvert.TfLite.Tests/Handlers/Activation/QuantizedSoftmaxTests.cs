using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

internal sealed class QuantizedSoftmaxTests
{
    [TestCase(1, 1)]
    [TestCase(4, 1)]
    [TestCase(1, 4)]
    public void A_share_of_one_is_the_largest_number(int rows, int size)
    {
        sbyte[] logits = [.. Enumerable.Range(0, rows * size).Select(i => i % size == 0 ? sbyte.MaxValue : sbyte.MinValue)];
        var source = new SourceBuilder(TfLiteOps.Softmax)
            .Input(logits, [rows, size], new(1f, 0))
            .Option("beta", 1f)
            .Output(ElementType.Int8, new(1 / 256f, -128));
        Assert.That(source.Run<sbyte>(), Is.EqualTo(logits));
    }
}
