using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

internal sealed class ReshapeHandlerTests
{
    [Test]
    public void Without_any_shape_it_is_refused() =>
        Assert.That(() => new SourceBuilder(TfLiteOps.Reshape).Input<float>([1, 2], [1, 2]).Output(ElementType.Float).Operators(), Throws.TypeOf<UnsupportedModelException>().With.Message.Contains("has no shape"));

    [Test]
    public void A_single_number_needs_none() =>
        Assert.That(new SourceBuilder(TfLiteOps.Reshape).Input<float>([7], [1, 1]).Output(ElementType.Float).Run<float>(), Is.EqualTo(new[] { 7f }));
}
