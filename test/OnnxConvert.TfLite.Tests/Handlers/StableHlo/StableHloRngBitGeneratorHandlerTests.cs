using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

/// <summary>The expected blocks are known answers of the Random123 library, which belongs to the paper that defines the generators.</summary>
internal sealed class StableHloRngBitGeneratorHandlerTests
{
    private const long Philox = 1;
    private const long Threefry = 2;

    [TestCase(13)]
    [TestCase(18)]
    public void Threefry_of_zeros(int opset)
    {
        var source = Generator(Threefry, [0, 0]).Output(ElementType.UInt32, dims: [2]);
        Assert.That(source.Run<uint>(opset, output: 1), Is.EqualTo(new uint[] { 0x6b200159, 0x99ba4efe }));
        Assert.That(source.Run<ulong>(opset), Is.EqualTo(new ulong[] { 0, 1 }));
    }

    [Test]
    public void Threefry_of_ones()
    {
        var source = Generator(Threefry, [ulong.MaxValue, ulong.MaxValue]).Output(ElementType.UInt64, dims: [1]);
        Assert.That(source.Run<ulong>(output: 1), Is.EqualTo(new[] { 0xbb002be7_1cb996fcUL }));
        Assert.That(source.Run<ulong>(), Is.EqualTo(new[] { ulong.MaxValue, 0UL }), "the counter starts over");
    }

    [TestCase(13)]
    [TestCase(18)]
    public void Philox_of_zeros(int opset)
    {
        var source = Generator(Philox, [0, 0, 0]).Output(ElementType.UInt32, dims: [3]);
        Assert.That(source.Run<uint>(opset, output: 1), Is.EqualTo(new uint[] { 0x6627e8d5, 0xe169c58d, 0xbc57ac4c }));
    }

    [Test]
    public void Philox_of_ones() => Assert.That(
        Generator(Philox, [ulong.MaxValue, ulong.MaxValue, ulong.MaxValue]).Output(ElementType.UInt32, dims: [4]).Run<uint>(output: 1),
        Is.EqualTo(new uint[] { 0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd }));

    private static SourceBuilder Generator(long algorithm, ulong[] state) =>
        new SourceBuilder(TfLiteOps.StableHloRngBitGenerator).Input(state).Option("algorithm", algorithm).Output(ElementType.UInt64, dims: [state.Length]);
}
