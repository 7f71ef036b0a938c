using OnnxConvert.Ir;

namespace OnnxConvert.Cli.Inspect;

internal sealed class TensorTextTests
{
    [Test]
    public void A_quantized_tensor_shows_its_formula_and_range() => Assert.That(
        Text(ElementType.UInt8, new QuantizationParameters(0.0078125f, 128), 1, 300, 300, 3),
        Is.EqualTo("uint8[1,300,300,3]  −1 ≤ 0.0078125·(q − 128) ≤ 0.9921875"));

    [Test]
    public void A_negative_zero_point_is_added() => Assert.That(
        Text(ElementType.Int8, new QuantizationParameters(0.00390625f, -128), 1, 10),
        Is.EqualTo("int8[1,10]  0 ≤ 0.00390625·(q + 128) ≤ 0.9960938"));

    [Test]
    public void A_zero_point_of_zero_is_left_out() => Assert.That(
        Text(ElementType.Int16, new QuantizationParameters(0.5f, 0), 4),
        Is.EqualTo("int16[4]  −16384 ≤ 0.5·q ≤ 16383.5"));

    [Test]
    public void A_32_bit_integer_has_no_range_worth_showing() => Assert.That(
        Text(ElementType.Int32, new QuantizationParameters(0.25f, 0), 4), Is.EqualTo("int32[4]  0.25·q"));

    [Test]
    public void Scales_along_an_axis_are_summed_up() => Assert.That(
        Text(ElementType.Int8, new QuantizationParameters([0.5f, 0.25f], [0, 0], 3), 1, 3, 3, 2),
        Is.EqualTo("int8[1,3,3,2]  2 scales 0.25 to 0.5 along axis 3"));

    [Test]
    public void A_float_tensor_is_its_type_alone() =>
        Assert.That(TensorText.Of(new TensorType(ElementType.Float, new Shape("batch", 8)), null), Is.EqualTo("float32[batch,8]"));

    [Test]
    public void An_unknown_type_is_a_question_mark() => Assert.That(TensorText.Of(null, null), Is.EqualTo("?"));

    private static string Text(ElementType type, QuantizationParameters quantization, params long[] shape) =>
        TensorText.Of(new TensorType(type, Shape.Of(shape)), quantization);
}
