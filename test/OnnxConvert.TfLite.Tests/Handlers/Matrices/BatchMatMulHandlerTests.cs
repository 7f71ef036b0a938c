using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

internal sealed class BatchMatMulHandlerTests
{
    [TestCase(false, false, new float[] { 1, 1, 3, 3 })]
    [TestCase(true, false, new float[] { 1, 1, 2, 2 })]
    [TestCase(false, true, new float[] { 3, 0, 7, 0 })]
    public void Either_factor_is_transposed_on_request(bool first, bool second, float[] expected)
    {
        var source = new SourceBuilder(TfLiteOps.BatchMatMul)
            .Input<float>([1, 2, 3, 4], [2, 2]).Input<float>([1, 1, 0, 0], [2, 2])
            .Option("adj_x", first ? 1 : 0).Option("adj_y", second ? 1 : 0)
            .Output(ElementType.Float);
        Assert.That(source.Run<float>(), Is.EqualTo(expected));
    }

    [TestCase(0, 0)]
    [TestCase(5, -7)]
    public void Quantized_bytes_add_up_to_int32_as_they_are_stored(int firstZero, int secondZero)
    {
        // As TFLite computes it: neither zero points nor the scale of the result take part.
        var source = new SourceBuilder(TfLiteOps.BatchMatMul)
            .Input<sbyte>([1, -2, 127, 4], [2, 2], new QuantizationParameters(0.02f, firstZero))
            .Input<sbyte>([-128, 3, 5, 100], [2, 2], new QuantizationParameters(0.03f, secondZero))
            .Output(ElementType.Int32, new QuantizationParameters(0.0006f, 0));
        Assert.That(source.Run<int>(), Is.EqualTo(new[] { -138, -197, -16236, 781 }));
    }
}
