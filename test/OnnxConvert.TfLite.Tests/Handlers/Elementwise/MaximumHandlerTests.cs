using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

internal sealed class MaximumHandlerTests
{
    [Test]
    public void Compares_quantized_tensors_as_stored()
    {
        var source = new SourceBuilder(TfLiteOps.Maximum)
            .Input<sbyte>([-128, 5, 127], quantization: new(0.5f, 3))
            .Input<sbyte>([0], quantization: new(0.25f, -3))
            .Output(ElementType.Int8, new(0.5f, 3));
        Assert.That(source.Run<sbyte>(), Is.EqualTo(new sbyte[] { 0, 5, 127 }));
    }

    [TestCase(9)]
    [TestCase(18)]
    public void Takes_integers_that_ONNX_Runtime_has_no_kernel_for(int opset)
    {
        var source = new SourceBuilder(TfLiteOps.Minimum).Input<short>([-3, 400]).Input<short>([7, 7]).Output(ElementType.Int16);
        Assert.That(source.Run<short>(opset), Is.EqualTo(new short[] { -3, 7 }));
    }

    [Test]
    public void Compares_all_bits_of_int64()
    {
        var source = new SourceBuilder(TfLiteOps.Maximum).Input<long>([0xFFFF_FFF4, 16, -1, 1L << 40]).Input<long>([31, 1L << 33, -(1L << 33), 1]).Output(ElementType.Int64);
        Assert.That(source.Run<long>(), Is.EqualTo(new[] { 0xFFFF_FFF4, 1L << 33, -1, 1L << 40 }));
    }
}
