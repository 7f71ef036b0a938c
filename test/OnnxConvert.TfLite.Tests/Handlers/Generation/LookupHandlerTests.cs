using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

internal sealed class LookupHandlerTests
{
    [Test]
    public void A_key_that_is_not_there_gives_zeros()
    {
        SourceBuilder source = new SourceBuilder(TfLiteOps.HashTableLookup)
            .Input<int>([5, 4, -3]).Constant<int>([-3, 0, 5]).Constant<float>([1, 2, 3, 4, 5, 6], [3, 2])
            .Output(ElementType.Float).Output(ElementType.UInt8);
        Assert.That(source.Run<float>(), Is.EqualTo(new float[] { 5, 6, 0, 0, 1, 2 }));
        Assert.That(source.Run<byte>(output: 1), Is.EqualTo(new byte[] { 1, 0, 1 }));
    }

    /// <summary>Rows 1 and 2 go to the first place with the weights 1 and 3, row 0 to the last with -2.</summary>
    [TestCase(0, new float[] { 190, 230, 0, 0, -2, -4 })]
    [TestCase(1, new float[] { 47.5f, 57.5f, 0, 0, 1, 2 })]
    [TestCase(2, new float[] { 60.0832756f, 72.7323863f, 0, 0, -1, -2 })]
    public void Rows_are_combined_by_weight(int combiner, float[] expected)
    {
        SourceBuilder source = new SourceBuilder(TfLiteOps.EmbeddingLookupSparse)
            .Input<int>([1, 2, 0]).Input<int>([0, 0, 0, 1, 2, 0], [3, 2]).Constant<int>([3, 2]).Input<float>([1, 3, -2])
            .Constant<float>([1, 2, 10, 20, 60, 70], [3, 2]).Option("combiner", combiner)
            .Output(ElementType.Float);
        Assert.That(source.Run<float>(13), Is.EqualTo(expected).Within(1e-4));
        Assert.That(source.Run<float>(18), Is.EqualTo(expected).Within(1e-4));
    }
}
