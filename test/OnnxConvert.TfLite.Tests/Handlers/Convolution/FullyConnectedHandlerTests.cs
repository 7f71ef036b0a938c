using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

internal sealed class FullyConnectedHandlerTests
{
    [TestCase(true)]
    [TestCase(false)]
    public void The_bias_is_kept_at_rank_3(bool keepsDims)
    {
        var source = new SourceBuilder(TfLiteOps.FullyConnected)
            .Input<float>([1, 2, 3, 4], [1, 2, 2]).Constant<float>([1, 0, 1, 1], [2, 2]).Constant<float>([10, 20])
            .Option("keep_num_dims", keepsDims ? 1 : 0)
            .Output(ElementType.Float);
        Assert.That(source.Run<float>(), Is.EqualTo(new float[] { 11, 23, 13, 27 }));
    }
}
