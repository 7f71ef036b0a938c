using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

internal sealed class RefusedHandlerTests
{
    [TestCase(TfLiteOps.LshProjection, "FarmHash")]
    [TestCase(TfLiteOps.SkipGram, "words")]
    [TestCase(TfLiteOps.ConcatEmbeddings, "no kernel")]
    [TestCase(TfLiteOps.Custom, "without a name")]
    [TestCase(TfLiteOps.Delegate, "accelerator")]
    [TestCase(TfLiteOps.PlaceholderForGreaterOpCodes, "above 127")]
    public void Of_builtin_operators_says_why_and_what_to_do(string opType, string reason) => Check(opType, TfLiteOps.Domain, reason);

    [TestCase("edgetpu-custom-op", "compiled for one accelerator")]
    [TestCase("ethos-u", "before that compilation")]
    [TestCase("DISPATCH_OP", "compiled for one accelerator")]
    [TestCase("PosenetDecoderOp", "--outputs")]
    [TestCase("TFSentencepieceTokenizeOp", "tokenize before the model")]
    [TestCase("FlexWhitespaceTokenizeWithOffsets", "tokenize before the model")]
    [TestCase("FlexRegexReplace", "characters")]
    [TestCase("FlexDecodeJpeg", "file format")]
    [TestCase("FlexParseExample", "file format")]
    [TestCase("FlexPartitionedCall", "no TensorFlow functions")]
    [TestCase("FlexMerge", "control flow v2")]
    [TestCase("FlexQueueDequeueV2", "queue")]
    [TestCase("FlexResourceApplyAdam", "training")]
    [TestCase("FlexLgamma", "no such function")]
    [TestCase("FlexSvd", "decompositions")]
    [TestCase("FlexRandomGamma", "no generator")]
    [TestCase("FlexStatelessTruncatedNormal", "no generator")]
    [TestCase("CTCBeamSearchDecoder", "search")]
    [TestCase("SignalRfft", "audio front end")]
    [TestCase("FlexStringToHashBucketFast", "hash")]
    public void Of_custom_operators_says_why_and_what_to_do(string opType, string reason) => Check(opType, TfLiteOps.CustomDomain, reason);

    private static void Check(string opType, string domain, string reason)
    {
        SourceBuilder source = new SourceBuilder(opType, domain).Input<float>([1]).Output(ElementType.Float);
        Assert.That(() => source.Conversion().ToOnnx(18), Throws.TypeOf<UnsupportedModelException>()
            .With.Message.Contains(opType).And.Message.Contains(reason).And.Message.Contains("--pass-through"));
    }
}
