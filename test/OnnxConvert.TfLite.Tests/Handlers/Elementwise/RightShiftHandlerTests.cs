using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

internal sealed class RightShiftHandlerTests
{
    [Test]
    public void Signed_numbers_keep_their_sign_and_the_count_is_limited() =>
        Assert.That(
            new SourceBuilder(TfLiteOps.RightShift).Input<int>([-80, 80, -1, int.MinValue, 7]).Input<int>([4, 4, 40, 31, -3]).Output(ElementType.Int32).Run<int>(),
            Is.EqualTo(new[] { -5, 5, -1, -1, 7 }));

    [Test]
    public void Unsigned_numbers_fill_up_with_zeros() =>
        Assert.That(
            new SourceBuilder(TfLiteOps.RightShift).Input<uint>([0xFFFF_FFF4, 16, 0x8000_0000]).Input<uint>([0xFFFF_FFD6, 3, 4]).Output(ElementType.UInt32).Run<uint>(),
            Is.EqualTo(new uint[] { 1, 2, 0x0800_0000 }));
}
