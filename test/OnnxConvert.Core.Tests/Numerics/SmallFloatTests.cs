using OnnxConvert.Numerics;

namespace OnnxConvert.Core.Tests.Numerics;

public class SmallFloatTests
{
    private static readonly (string Name, SmallFloat Format, int Codes, float Largest)[] Formats =
    [
        ("E4M3FN", SmallFloat.E4M3FN, 256, 448), ("E4M3FNUZ", SmallFloat.E4M3FNUZ, 256, 240), ("E5M2", SmallFloat.E5M2, 256, 57344),
        ("E5M2FNUZ", SmallFloat.E5M2FNUZ, 256, 57344), ("E2M1", SmallFloat.E2M1, 16, 6),
    ];

    private static IEnumerable<TestCaseData> Each() => Formats.Select(format => new TestCaseData(format.Format, format.Codes, format.Largest).SetArgDisplayNames(format.Name));

    [TestCaseSource(nameof(Each))]
    public void Every_code_comes_back(SmallFloat format, int codes, float largest)
    {
        for (int code = 0; code < codes; code++)
        {
            float value = format.ToSingle((byte)code);
            byte back = format.FromSingle(value, saturates: false);
            if (float.IsNaN(value))
                Assert.That(format.ToSingle(back), Is.NaN);
            else
                Assert.That(back, Is.EqualTo(code), $"{value}");
        }

        Assert.That(Enumerable.Range(0, codes).Select(code => format.ToSingle((byte)code)).Where(float.IsFinite).Max(), Is.EqualTo(largest));
    }

    [TestCaseSource(nameof(Each))]
    public void Numbers_become_the_nearest_one_ties_to_even(SmallFloat format, int codes, float largest)
    {
        var random = new Random(1);
        float[] values = [.. Enumerable.Range(0, codes / 2).Select(code => format.ToSingle((byte)code)).Where(float.IsFinite)];
        for (int i = 0; i < 20_000; i++)
        {
            int below = random.Next(values.Length - 1);
            double fraction = i % 4 == 0 ? 0.5 : random.NextDouble();
            float value = (float)(values[below] + (fraction * (values[below + 1] - (double)values[below])));
            double down = value - (double)values[below], up = values[below + 1] - (double)value;
            int nearest = down < up || (down == up && below % 2 == 0) ? below : below + 1;
            Assert.That(format.FromSingle(value, saturates: true), Is.EqualTo(nearest), $"{value:R}");
        }
    }

    [Test]
    public void Too_large_numbers_saturate_or_leave_the_range()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(SmallFloat.E4M3FN.ToSingle(SmallFloat.E4M3FN.FromSingle(1000, saturates: true)), Is.EqualTo(448));
            Assert.That(SmallFloat.E4M3FN.ToSingle(SmallFloat.E4M3FN.FromSingle(1000, saturates: false)), Is.NaN);
            Assert.That(SmallFloat.E4M3FN.ToSingle(SmallFloat.E4M3FN.FromSingle(464, saturates: false)), Is.EqualTo(448));
            Assert.That(SmallFloat.E5M2.ToSingle(SmallFloat.E5M2.FromSingle(-1e9f, saturates: false)), Is.EqualTo(float.NegativeInfinity));
            Assert.That(SmallFloat.E5M2.ToSingle(SmallFloat.E5M2.FromSingle(float.NegativeInfinity, saturates: true)), Is.EqualTo(-57344));
            Assert.That(SmallFloat.E4M3FNUZ.FromSingle(-0f, saturates: true), Is.Zero);
            Assert.That(SmallFloat.E2M1.ToSingle(SmallFloat.E2M1.FromSingle(-100, saturates: false)), Is.EqualTo(-6));
        }
    }

    [TestCase(1.00390625f, 0x3F80)]
    [TestCase(1.01171875f, 0x3F82)]
    [TestCase(float.PositiveInfinity, 0x7F80)]
    [TestCase(float.MaxValue, 0x7F80)]
    public void Bfloat16_rounds_to_even(float value, int bits) => Assert.That(BFloat16Bits.FromSingle(value), Is.EqualTo(bits));
}
