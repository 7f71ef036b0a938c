using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

internal sealed class QuantizeHandlerTests
{
    [Test]
    public void Quantizes_real_numbers()
    {
        var source = new SourceBuilder(TfLiteOps.Quantize).Input<float>([-100, 0, 1.2f, 100]).Output(ElementType.Int8, new(0.5f, 3));
        Assert.That(source.Run<sbyte>(), Is.EqualTo(new sbyte[] { -128, 3, 5, 127 }));
    }

    [Test]
    public void Relabels_int8_as_uint8_bit_for_bit()
    {
        var source = new SourceBuilder(TfLiteOps.Quantize).Input<sbyte>([-128, 0, 127], quantization: new(0.1f, 3)).Output(ElementType.UInt8, new(0.1f, 131));
        Assert.That(source.Run<byte>(), Is.EqualTo(new byte[] { 0, 128, 255 }));
    }

    [Test]
    public void Requantizes_int16_and_int32()
    {
        var narrow = new SourceBuilder(TfLiteOps.Quantize).Input<short>([-400, 30000], quantization: new(0.01f, 0)).Output(ElementType.Int8, new(0.5f, 3));
        Assert.That(narrow.Run<sbyte>(), Is.EqualTo(new sbyte[] { -5, 127 }));
        var wide = new SourceBuilder(TfLiteOps.Quantize).Input<int>([-400, 100000], quantization: new(0.01f, 0)).Output(ElementType.Int8, new(0.5f, 3));
        Assert.That(wide.Run<sbyte>(), Is.EqualTo(new sbyte[] { -5, 127 }));
    }

    /// <summary>32767 · 3001 has 27 bits, of which float would lose three.</summary>
    [Test]
    public void Requantizes_into_int32_with_all_bits()
    {
        var source = new SourceBuilder(TfLiteOps.Quantize).Input<short>([32767, -32767, 3, 0], quantization: new(1, 0)).Output(ElementType.Int32, new(1 / 4096f, 0));
        Assert.That(source.Run<int>(), Is.EqualTo(new[] { 134213632, -134213632, 12288, 0 }));
        var odd = new SourceBuilder(TfLiteOps.Quantize).Input<short>([32767, 32765], quantization: new(3001, 0)).Output(ElementType.Int32, new(1, 7));
        Assert.That(odd.Run<int>(), Is.EqualTo(new[] { (32767 * 3001) + 7, (32765 * 3001) + 7 }));
        var saturated = new SourceBuilder(TfLiteOps.Quantize).Input<short>([32767, -32768], quantization: new(1, 0)).Output(ElementType.Int32, new(1e-6f, 0));
        Assert.That(saturated.Run<int>(), Is.EqualTo(new[] { int.MaxValue, int.MinValue }));
    }

    [Test]
    public void Refuses_an_output_without_scale()
    {
        var source = new SourceBuilder(TfLiteOps.Quantize).Input<float>([1]).Output(ElementType.Int8);
        Assert.That(() => source.Operators(), Throws.TypeOf<UnsupportedModelException>().With.Message.Contains("no scale"));
    }

    [Test]
    public void Dequantizes_along_an_axis()
    {
        var source = new SourceBuilder(TfLiteOps.Dequantize)
            .Input<sbyte>([1, 2, 3, 4], [2, 2], new([0.5f, 2], [0, 1], 0))
            .Output(ElementType.Float);
        Assert.That(source.Run<float>(), Is.EqualTo(new[] { 0.5f, 1, 4, 6 }));
    }

    [Test]
    public void Widens_float16()
    {
        var source = new SourceBuilder(TfLiteOps.Dequantize).Constant([(Half)0.5f, (Half)2]).Output(ElementType.Float);
        Assert.That(source.Run<float>(), Is.EqualTo(new[] { 0.5f, 2 }));
    }

    [Test]
    public void FakeQuant_moves_the_grid_onto_zero_and_rounds_halves_up()
    {
        // 2 bits from -1 to 2 are the numbers -1, 0, 1, 2.
        var source = new SourceBuilder(TfLiteOps.FakeQuant)
            .Input<float>([-5, -0.5f, 0.25f, 0.5f, 1.5f, 9])
            .Output(ElementType.Float)
            .Option("min", -1f)
            .Option("max", 2f)
            .Option("num_bits", 2);
        Assert.That(source.Run<float>(), Is.EqualTo(new float[] { -1, 0, 0, 1, 2, 2 }));
    }
}
