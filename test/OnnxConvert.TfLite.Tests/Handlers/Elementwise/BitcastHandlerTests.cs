using System.Runtime.InteropServices;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

internal sealed class BitcastHandlerTests
{
    private static readonly float[] Floats =
    [
        0, -0f, 1, -1, 0.1f, 3.14159274f, float.MaxValue, float.MinValue, float.Epsilon, -float.Epsilon, 1.17549435e-38f, 1.17549421e-38f,
        float.PositiveInfinity, float.NegativeInfinity, 2, 1.99999988f, 16777216, -65504,
    ];

    private static readonly double[] Doubles =
    [
        0, -0.0, 1, -1, 0.1, Math.PI, double.MaxValue, double.MinValue, double.Epsilon, -double.Epsilon, 2.2250738585072014e-308, 2.225073858507201e-308,
        double.PositiveInfinity, double.NegativeInfinity, 1.9999999999999998,
    ];

    [TestCase(13)]
    [TestCase(18)]
    public void Floats_and_their_bits(int opset)
    {
        int[] bits = MemoryMarshal.Cast<float, int>(Floats).ToArray();
        Assert.That(Run<float, int>(Floats, ElementType.Int32, opset), Is.EqualTo(bits));
        Assert.That(MemoryMarshal.Cast<float, int>(Run<int, float>(bits, ElementType.Float, opset)).ToArray(), Is.EqualTo(bits));
        Assert.That(Run<float, sbyte>(Floats, ElementType.Int8, opset), Is.EqualTo(MemoryMarshal.Cast<float, sbyte>(Floats).ToArray()));
    }

    [Test]
    public void Doubles_and_their_bits()
    {
        long[] bits = MemoryMarshal.Cast<double, long>(Doubles).ToArray();
        Assert.That(Run<double, long>(Doubles, ElementType.Int64), Is.EqualTo(bits));
        Assert.That(MemoryMarshal.Cast<double, long>(Run<long, double>(bits, ElementType.Double)).ToArray(), Is.EqualTo(bits));
        Assert.That(Run<long, uint>(bits, ElementType.UInt32), Is.EqualTo(MemoryMarshal.Cast<long, uint>(bits).ToArray()));
    }

    [Test]
    public void Narrow_numbers_join_along_the_last_dimension()
    {
        int[] halves = [1, -1, -2147483648, 7];
        SourceBuilder source = new SourceBuilder(TfLiteOps.Bitcast).Input(halves, [2, 2]).Output(ElementType.Int64);
        Assert.That(source.Run<long>(), Is.EqualTo(MemoryMarshal.Cast<int, long>(halves).ToArray()));
    }

    [Test]
    public void Not_a_number_stays_one()
    {
        Assert.That(float.IsNaN(BitConverter.Int32BitsToSingle(Run<float, int>([float.NaN], ElementType.Int32)[0])));
        Assert.That(Run<int, float>([0x7FC00001, -1], ElementType.Float), Is.All.NaN);
    }

    private static TTo[] Run<TFrom, TTo>(TFrom[] values, ElementType type, int opset = 18)
        where TFrom : unmanaged
        where TTo : unmanaged => new SourceBuilder(TfLiteOps.Bitcast).Input(values).Output(type).Run<TTo>(opset);
}
