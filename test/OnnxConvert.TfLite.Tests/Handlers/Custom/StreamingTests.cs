using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

internal sealed class StreamingTests
{
    /// <summary>The first step starts from zeros.</summary>
    [Test]
    public void A_circular_buffer_keeps_the_last_inputs()
    {
        SourceBuilder source = Buffer(1);
        Assert.That(source.Run<sbyte>(), Is.EqualTo(new sbyte[] { 0, 0, 0, 0, 5, -6 }));
        Assert.That(source.Conversion().ToOnnx().Model.Metadata["onnxconvert.state"], Does.Contain("out0"));
    }

    [TestCase(2)]
    [TestCase(0)]
    public void A_buffer_that_ends_the_run_on_some_calls_is_refused(int cycles) =>
        Assert.That(() => Buffer(cycles).Conversion().ToOnnx(18), Throws.TypeOf<UnsupportedModelException>().With.Message.Contains("cycles_max"));

    [Test]
    public void A_quantized_tensor_is_compared_with_the_float_one()
    {
        SourceBuilder source = new SourceBuilder("NumericVerify", TfLiteOps.CustomDomain)
            .Input<byte>([12, 8], quantization: new QuantizationParameters(0.5f, 10)).Input<float>([0.75f, -1]).Output(ElementType.Float);
        Assert.That(source.Run<float>(), Is.EqualTo(new[] { 0.25f, 0 }));
    }

    private static SourceBuilder Buffer(int cycles) => new SourceBuilder("CIRCULAR_BUFFER", TfLiteOps.CustomDomain)
        .Input<sbyte>([5, -6], [1, 1, 1, 2]).Option(FlexOptions.Map(("cycles_max", cycles))).Output(ElementType.Int8, dims: [1, 3, 1, 2]);
}
