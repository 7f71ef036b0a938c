using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

internal sealed class ConcatenationHandlerTests
{
    [Test]
    public void A_fused_activation_is_applied()
    {
        var source = new SourceBuilder(TfLiteOps.Concatenation)
            .Input<float>([-1, 2], [1, 2]).Input<float>([7, -3], [1, 2])
            .Option("axis", -1).Option("fused_activation_function", 3)
            .Output(ElementType.Float);
        Assert.That(source.Run<float>(), Is.EqualTo(new float[] { 0, 2, 6, 0 }));
    }
}
