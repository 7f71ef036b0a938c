using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

/// <summary>Operators on tensors of which a size is not known before the model runs.</summary>
internal sealed class UnknownShapeTests
{
    [TestCase(13)]
    [TestCase(18)]
    public void An_open_dimension_is_split(int opset)
    {
        SourceBuilder source = new SourceBuilder(TfLiteOps.Split).Constant<int>([0], []).Input<float>([1, 2, 3, 4], [4]).Open(0, 0)
            .Output(ElementType.Float).Output(ElementType.Float);
        Assert.That(source.Run<float>(opset, output: 1), Is.EqualTo(new float[] { 3, 4 }));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void One_part_takes_what_is_left(bool isConstant)
    {
        SourceBuilder source = new SourceBuilder(TfLiteOps.SplitV).Input<float>([1, 2, 3, 4, 5], [5]).Open(0, 0);
        source = isConstant ? source.Constant<int>([1, -1]) : source.Input<int>([1, -1]);
        source = source.Constant<int>([0], []).Output(ElementType.Float).Output(ElementType.Float);
        Assert.That(source.Run<float>(output: 1), Is.EqualTo(new float[] { 2, 3, 4, 5 }));
    }

    [Test]
    public void Every_dimension_of_size_1_goes_when_it_is_known()
    {
        SourceBuilder source = new SourceBuilder(TfLiteOps.Squeeze).Input<float>([1, 2], [1, 2]).Open(0, 0).Output(ElementType.Float);
        Assert.That(source.Operators(), Is.EqualTo(new[] { "Squeeze" }));
        Assert.That(source.Run<float>(), Is.EqualTo(new float[] { 1, 2 }));
    }
}
