using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

/// <summary>TFLite Micro's signal operators, by its library's definitions.</summary>
internal sealed class SignalHandlerTests
{
    [Test]
    public void Samples_are_windowed_shifted_and_limited()
    {
        SourceBuilder source = Of("SignalWindow", ("shift", 2)).Input<short>([5, -5, 30000, -30000], [2, 2]).Constant<short>([3, 30000]).Output(ElementType.Int16);
        Assert.That(source.Run<short>(), Is.EqualTo(new short[] { 3, -32768, 22500, -32768 }));
    }

    [TestCase(0, 3, new uint[] { 2147483648, 25, 2 })]
    [TestCase(1, 2, new uint[] { 0, 25, 0 })]
    public void Energies_are_sums_of_squares(int start, int end, uint[] expected)
    {
        SourceBuilder source = Of("SignalEnergy", ("start_index", start), ("end_index", end)).Input<short>([short.MinValue, short.MinValue, 3, -4, 1, 1]).Output(ElementType.UInt32);
        Assert.That(source.Run<uint>(), Is.EqualTo(expected));
    }

    /// <summary>Of three channels the first only leaves 1000 · 7 to the second, which adds 10 · 2 and leaves 20 · 2 to the third.</summary>
    [Test]
    public void Channels_share_energies()
    {
        SourceBuilder source = Of("SignalFilterBank", ("num_channels", 2)).Input<uint>([7, 2, uint.MaxValue])
            .Constant<short>([1, 10, 100]).Constant<short>([1000, 20, 0]).Constant<short>([0, 1, 2]).Constant<short>([0, 1, 2]).Constant<short>([1, 1, 1]).Output(ElementType.UInt64);
        Assert.That(source.Run<ulong>(), Is.EqualTo(new ulong[] { 7020, 40 + (100UL * uint.MaxValue) }));
    }

    [TestCase(2, new short[] { 0, 0, 1, 0, 0, 4 })]
    [TestCase(4, new short[] { 0, 0, 0, 0, 0, 0 })]
    public void Samples_come_later(int delay, short[] expected)
    {
        SourceBuilder source = Of("SignalDelay", ("delay_length", delay)).Input<short>([1, 2, 3, 4, 5, 6], [2, 3]).Output(ElementType.Int16);
        Assert.That(source.Run<short>(), Is.EqualTo(expected));
        Assert.That(source.Run<short>(output: 1).TakeLast(1), Is.EqualTo(new short[] { 6 }));
    }

    private static SourceBuilder Of(string opType, params (string Name, object Value)[] options) =>
        new SourceBuilder(opType, TfLiteOps.CustomDomain).Option(FlexOptions.Map(options));
}
