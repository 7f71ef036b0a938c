using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

internal sealed class FlexMathTests
{
    [TestCase("Softplus", new[] { 0, 1f }, new[] { 0.6931472f, 1.3132617f })]
    [TestCase("Softsign", new[] { -1, 3f }, new[] { -0.5f, 0.75f })]
    [TestCase("Erfc", new[] { 0, 1f }, new[] { 1, 0.15729921f })]
    [TestCase("Expm1", new[] { 1e-6f, -1e-6f, 2, 50 }, new[] { 1.0000005e-6f, -9.999995e-7f, 6.389056f, 5.1847055e21f })]
    [TestCase("Log1p", new[] { 1e-6f, -1e-6f, 3, 0 }, new[] { 9.999995e-7f, -1.0000005e-6f, 1.3862944f, 0 })]
    [TestCase("Rint", new[] { 0.5f, 1.5f, -2.5f }, new[] { 0f, 2, -2 })]
    [TestCase("Reciprocal", new[] { 4, -0.5f }, new[] { 0.25f, -2 })]
    [TestCase("Sigmoid", new[] { 0f }, new[] { 0.5f })]
    [TestCase("L2Loss", new[] { 3f, 4 }, new[] { 12.5f })]
    [TestCase("Sinh", new[] { 1f }, new[] { 1.1752012f })]
    [TestCase("Tan", new[] { 1f }, new[] { 1.5574077f })]
    [TestCase("Selu", new[] { 1f, -1 }, new[] { 1.050701f, -1.1113307f })]
    public void Functions_of_one_number(string opType, float[] x, float[] expected)
    {
        float[] y = FlexSource.Of(opType).Input(x).Output(ElementType.Float).Run<float>();
        for (int i = 0; i < expected.Length; i++)
            Assert.That(y[i], Is.EqualTo(expected[i]).Within(1e-6f * MathF.Max(MathF.Abs(expected[i]), 1e-6f)), $"element {i}");
    }

    [TestCase("DivNoNan", new[] { 1, 0, 6f }, new[] { 0, 0, 2f }, new[] { 0, 0, 3f })]
    [TestCase("MulNoNan", new[] { float.NaN, float.PositiveInfinity, 6f }, new[] { 0, 0, 2f }, new[] { 0, 0, 12f })]
    [TestCase("Xlogy", new[] { 0, 2f }, new[] { 0, 1f }, new[] { 0, 0f })]
    [TestCase("Xdivy", new[] { 0, 2f }, new[] { 0, 4f }, new[] { 0, 0.5f })]
    [TestCase("AddV2", new[] { 1, 2f }, new[] { 3f }, new[] { 4, 5f })]
    [TestCase("Mod", new[] { -5, 5f }, new[] { 3, -3f }, new[] { -2, 2f })]
    [TestCase("FloorMod", new[] { -5, 5f }, new[] { 3, -3f }, new[] { 1, -1f })]
    public void Functions_of_two_numbers(string opType, float[] x, float[] y, float[] expected) =>
        Assert.That(FlexSource.Of(opType).Input(x).Input(y).Output(ElementType.Float).Run<float>(), Is.EqualTo(expected));

    [TestCase("IsNan", new[] { true, false, false, false })]
    [TestCase("IsInf", new[] { false, true, true, false })]
    [TestCase("IsFinite", new[] { false, false, false, true })]
    public void Kinds_of_numbers(string opType, bool[] expected)
    {
        SourceBuilder source = FlexSource.Of(opType).Input<float>([float.NaN, float.PositiveInfinity, float.NegativeInfinity, 1]).Output(ElementType.Bool);
        Assert.That(source.Run<bool>(), Is.EqualTo(expected));
    }

    [TestCase("BitwiseAnd", new[] { 8, 0b0100, int.MinValue })]
    [TestCase("BitwiseOr", new[] { -1, 0b0111, -1 })]
    [TestCase("BitwiseXor", new[] { -9, 0b0011, int.MaxValue })]
    public void Bits_of_negative_numbers_in_old_and_new_opsets(string opType, int[] expected)
    {
        SourceBuilder source = FlexSource.Of(opType).Input<int>([-1, 0b0110, int.MinValue]).Input<int>([8, 0b0101, -1]).Output(ElementType.Int32);
        Assert.That(source.Run<int>(13), Is.EqualTo(expected));
        Assert.That(source.Run<int>(), Is.EqualTo(expected));
    }

    [TestCase(13)]
    [TestCase(18)]
    public void All_bits_are_turned_around(int opset)
    {
        Assert.That(FlexSource.Of("Invert").Input<int>([0, -1, 5]).Output(ElementType.Int32).Run<int>(opset), Is.EqualTo(new[] { -1, 0, -6 }));
        Assert.That(FlexSource.Of("Invert").Input<byte>([0, 255, 5]).Output(ElementType.UInt8).Run<byte>(opset), Is.EqualTo(new byte[] { 255, 0, 250 }));
    }

    [Test]
    public void Bits_that_are_shifted_out_are_lost()
    {
        SourceBuilder source = FlexSource.Of("LeftShift").Input<int>([1, -3, int.MaxValue]).Input<int>([31, 2, 1]).Output(ElementType.Int32);
        Assert.That(source.Run<int>(), Is.EqualTo(new[] { int.MinValue, -12, -2 }));
    }

    [TestCase(0, 0, new float[] { 1, 2, 6, 24 })]
    [TestCase(1, 0, new float[] { 1, 1, 2, 6 })]
    [TestCase(0, 1, new float[] { 24, 24, 12, 4 })]
    [TestCase(1, 1, new float[] { 24, 12, 4, 1 })]
    public void Running_products(int exclusive, int reverse, float[] expected)
    {
        SourceBuilder source = FlexSource.Of("Cumprod").Input<float>([1, 2, 3, 4]).Constant<int>([-1], []).Option("exclusive", exclusive).Option("reverse", reverse).Output(ElementType.Float);
        Assert.That(source.Run<float>(), Is.EqualTo(expected));
    }

    [TestCase(4, new[] { 1, 3, 5, 7f })]
    [TestCase(1, new[] { 1f })]
    public void Equal_steps_with_both_ends(int count, float[] expected)
    {
        SourceBuilder source = FlexSource.Of("LinSpace").Input<float>([1], []).Input<float>([7], []).Input<int>([count], []).Output(ElementType.Float);
        Assert.That(source.Run<float>(), Is.EqualTo(expected));
    }

    [Test]
    public void Boundaries_belong_to_the_upper_bucket()
    {
        SourceBuilder source = FlexSource.Of("Bucketize").Input<float>([-5, 0, 3, 10, 11]).Option(new NodeAttribute("boundaries", [0f, 10f])).Output(ElementType.Int32);
        Assert.That(source.Run<int>(), Is.EqualTo(new[] { 0, 1, 1, 2, 2 }));
    }

    [TestCase("LowerBound", new[] { 1, 0, 4 })]
    [TestCase("UpperBound", new[] { 3, 0, 4 })]
    public void Places_in_sorted_numbers(string opType, int[] expected)
    {
        SourceBuilder source = FlexSource.Of(opType).Input<int>([1, 3, 3, 7], [1, 4]).Input<int>([3, 0, 9], [1, 3]).Output(ElementType.Int32);
        Assert.That(source.Run<int>(), Is.EqualTo(expected));
    }

    [Test]
    public void Random_integers_stay_in_their_range()
    {
        int[] numbers = FlexSource.Of("RandomUniformInt").Constant<int>([500]).Input<int>([-3], []).Input<int>([2], []).Option("seed", 7).Output(ElementType.Int32).Run<int>();
        Assert.That(numbers.Distinct().Order(), Is.EqualTo(new[] { -3, -2, -1, 0, 1 }));
    }

    [Test]
    public void A_shuffle_keeps_all_rows()
    {
        int[] shuffled = FlexSource.Of("RandomShuffle").Input<int>([.. Enumerable.Range(0, 100)], [50, 2]).Option("seed", 7).Output(ElementType.Int32).Run<int>();
        Assert.That(shuffled, Is.EquivalentTo(Enumerable.Range(0, 100)).And.Not.Ordered);
        Assert.That(shuffled.Chunk(2).All(row => row[1] == row[0] + 1));
    }
}
