using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

internal sealed class StableHloElementwiseHandlerTests
{
    [TestCase(TfLiteOps.StableHloAbs, -2.5f, 2.5f)]
    [TestCase(TfLiteOps.StableHloCbrt, -27f, -3f)]
    [TestCase(TfLiteOps.StableHloCosine, 0f, 1f)]
    [TestCase(TfLiteOps.StableHloExponential, 1f, MathF.E)]
    [TestCase(TfLiteOps.StableHloFloor, -1.5f, -2f)]
    [TestCase(TfLiteOps.StableHloLog, MathF.E, 1f)]
    [TestCase(TfLiteOps.StableHloLogistic, 0f, 0.5f)]
    [TestCase(TfLiteOps.StableHloNegate, 3f, -3f)]
    [TestCase(TfLiteOps.StableHloRsqrt, 4f, 0.5f)]
    [TestCase(TfLiteOps.StableHloTanh, 0f, 0f)]
    public void Functions_of_one_number(string opType, float x, float expected) => Assert.That(
        new SourceBuilder(opType).Input<float>([x]).Output(ElementType.Float).Run<float>(13)[0],
        Is.EqualTo(expected).Within(1e-6f));

    [TestCase(TfLiteOps.StableHloSubtract, -7, 2, -9)]
    [TestCase(TfLiteOps.StableHloDivide, -7, 2, -3)]
    [TestCase(TfLiteOps.StableHloRemainder, -7, 2, -1)]
    [TestCase(TfLiteOps.StableHloRemainder, 7, -3, 1)]
    [TestCase(TfLiteOps.StableHloPower, -3, 3, -27)]
    [TestCase(TfLiteOps.StableHloAdd, int.MaxValue, 1, int.MinValue)]
    [TestCase(TfLiteOps.StableHloMultiply, -3, 4, -12)]
    [TestCase(TfLiteOps.StableHloMaximum, -3, -4, -3)]
    [TestCase(TfLiteOps.StableHloMinimum, -3, -4, -4)]
    [TestCase(TfLiteOps.StableHloAnd, -2, 0x0F0F, 0x0F0E)]
    [TestCase(TfLiteOps.StableHloOr, 0x10, int.MinValue, int.MinValue + 0x10)]
    [TestCase(TfLiteOps.BitwiseXor, -1, 0x0F, ~0x0F)]
    [TestCase(TfLiteOps.StableHloShiftLeft, -3, 2, -12)]
    [TestCase(TfLiteOps.StableHloShiftLeft, 3, 31, int.MinValue)]
    [TestCase(TfLiteOps.StableHloShiftLeft, 3, 32, 0)]
    [TestCase(TfLiteOps.StableHloShiftLeft, 3, -1, 0)]
    public void Integers(string opType, int a, int b, int expected)
    {
        var source = new SourceBuilder(opType).Input<int>([a]).Input<int>([b]).Output(ElementType.Int32);
        Assert.That(source.Run<int>(13), Is.EqualTo(new[] { expected }));
        Assert.That(source.Run<int>(18), Is.EqualTo(new[] { expected }));
    }

    [TestCase(TfLiteOps.StableHloAdd, "Or")]
    [TestCase(TfLiteOps.StableHloMaximum, "Or")]
    [TestCase(TfLiteOps.StableHloOr, "Or")]
    [TestCase(TfLiteOps.StableHloMultiply, "And")]
    [TestCase(TfLiteOps.StableHloMinimum, "And")]
    [TestCase(TfLiteOps.StableHloAnd, "And")]
    public void Bools(string opType, string expected) => Assert.That(
        new SourceBuilder(opType).Input<bool>([true]).Input<bool>([false]).Output(ElementType.Bool).Operators(),
        Is.EqualTo(new[] { expected }));

    [Test]
    public void The_kernel_adds_the_bare_integers_of_quantized_tensors()
    {
        QuantizationParameters half = new(0.5f, 10);
        var source = new SourceBuilder(TfLiteOps.StableHloAdd).Input<sbyte>([20, 127], quantization: half).Input<sbyte>([30, 1], quantization: half).Output(ElementType.Int8, half);
        Assert.That(source.Run<sbyte>(), Is.EqualTo(new sbyte[] { 50, -128 }));
        var real = new SourceBuilder(TfLiteOps.StableHloSubtract).Input<sbyte>([20], quantization: half).Input<sbyte>([30], quantization: half).Output(ElementType.Int8, half);
        Assert.That(real.Run<sbyte>(), Is.EqualTo(new sbyte[] { 0 }), "without a kernel, the real numbers count");
    }

    [TestCase(TfLiteOps.StableHloMaximum)]
    [TestCase(TfLiteOps.StableHloMinimum)]
    public void The_first_element_stands_where_one_is_NaN(string opType)
    {
        float[] a = [1, float.NaN];
        float[] b = [float.NaN, 1];
        Assert.That(new SourceBuilder(opType).Input(a).Input(b).Output(ElementType.Float).Run<float>(), Is.EqualTo(a));
        Assert.That(new SourceBuilder(opType).Input(a).Constant<float>([1, 1]).Output(ElementType.Float).Operators(), Has.Length.EqualTo(1));
    }

    [Test]
    public void Wide_bits_are_kept_before_opset_18()
    {
        var source = new SourceBuilder(TfLiteOps.StableHloOr).Input<long>([long.MinValue, 5]).Input<long>([1, 1L << 62]).Output(ElementType.Int64);
        Assert.That(source.Run<long>(13), Is.EqualTo(new[] { long.MinValue + 1, (1L << 62) + 5 }));
    }

    [Test]
    public void Remainders_of_real_numbers_have_the_sign_of_the_dividend() => Assert.That(
        new SourceBuilder(TfLiteOps.StableHloRemainder).Input<float>([-5.5f, 5.5f]).Input<float>([2, -2]).Output(ElementType.Float).Run<float>(),
        Is.EqualTo(new[] { -1.5f, 1.5f }));

    [Test]
    public void Limits_and_conditions_may_be_scalars()
    {
        var clamp = new SourceBuilder(TfLiteOps.StableHloClamp).Constant<int>([-1], []).Input<int>([-5, 0, 5]).Constant<int>([2], []).Output(ElementType.Int32);
        Assert.That(clamp.Run<int>(), Is.EqualTo(new[] { -1, 0, 2 }));
        var select = new SourceBuilder(TfLiteOps.StableHloSelect).Constant<bool>([true], []).Input<sbyte>([1, 2]).Input<sbyte>([3, 4]).Output(ElementType.Int8);
        Assert.That(select.Run<sbyte>(), Is.EqualTo(new sbyte[] { 1, 2 }));
    }

    [Test]
    public void Conversion_truncates() => Assert.That(
        new SourceBuilder(TfLiteOps.StableHloConvert).Input<float>([-1.9f, 2.9f]).Output(ElementType.Int32).Run<int>(),
        Is.EqualTo(new[] { -1, 2 }));
}
