using System.Collections.Immutable;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

internal sealed class BucketizeHandlerTests
{
    [Test]
    public void A_boundary_belongs_to_the_bucket_above_it()
    {
        SourceBuilder source = new SourceBuilder(TfLiteOps.Bucketize).Input<float>([-1, 0, 1, 2.5f, float.NaN, float.NegativeInfinity])
            .Option(new NodeAttribute("boundaries", ImmutableArray.Create(0f, 2.5f))).Output(ElementType.Int32);
        Assert.That(source.Run<int>(), Is.EqualTo(new[] { 0, 1, 1, 2, 2, 0 }));
    }
}
