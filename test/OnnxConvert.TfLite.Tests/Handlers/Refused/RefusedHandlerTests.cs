using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

internal sealed class RefusedHandlerTests
{
    [TestCase(TfLiteOps.LshProjection, "FarmHash")]
    [TestCase(TfLiteOps.SkipGram, "words")]
    [TestCase(TfLiteOps.ConcatEmbeddings, "no kernel")]
    public void The_refusal_says_why_and_what_to_do(string opType, string reason)
    {
        SourceBuilder source = new SourceBuilder(opType).Input<float>([1]).Output(ElementType.Float);
        Assert.That(() => source.Conversion().ToOnnx(18), Throws.TypeOf<UnsupportedModelException>()
            .With.Message.Contains(opType).And.Message.Contains(reason).And.Message.Contains("--pass-through"));
    }
}
