using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

internal sealed class CastHandlerTests
{
    private static readonly float[] Reals = [1.9f, -1.9f, 300, -300, 1e20f, -1e20f, float.NaN];

    private static SourceBuilder Cast(ElementType to) => new SourceBuilder(TfLiteOps.Cast).Input(Reals).Output(to);

    [Test]
    public void Saturates_real_numbers_to_int32() => Assert.That(
        Cast(ElementType.Int32).Run<int>(),
        Is.EqualTo(new[] { 1, -1, 300, -300, int.MaxValue, int.MinValue, int.MaxValue }));

    [Test]
    public void Saturates_real_numbers_to_narrow_integers()
    {
        Assert.That(Cast(ElementType.Int8).Run<sbyte>(), Is.EqualTo(new sbyte[] { 1, -1, 127, -128, 127, -128, 127 }));
        Assert.That(Cast(ElementType.UInt8).Run<byte>(), Is.EqualTo(new byte[] { 1, 0, 255, 0, 255, 0, 255 }));
    }

    [Test]
    public void Saturates_real_numbers_to_int64() => Assert.That(
        Cast(ElementType.Int64).Run<long>(),
        Is.EqualTo(new[] { 1, -1, 300, -300, long.MaxValue, long.MinValue, long.MaxValue }));

    [Test]
    public void Casts_the_bare_integers_of_a_quantized_tensor()
    {
        var source = new SourceBuilder(TfLiteOps.Cast).Input<sbyte>([-128, 0, 5], quantization: new(0.5f, 3)).Output(ElementType.Float);
        Assert.That(source.Run<float>(), Is.EqualTo(new float[] { -128, 0, 5 }));
    }

    [Test]
    public void Refuses_strings()
    {
        var source = new SourceBuilder(TfLiteOps.Cast).Input<float>([1]).Output(ElementType.String);
        Assert.That(() => source.Operators(), Throws.TypeOf<UnsupportedModelException>().With.Message.Contains("string"));
    }
}
