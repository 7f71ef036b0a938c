using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's StringToHashBucket operators are refused with the reason: they are defined by hash functions of the bytes of a string, which ONNX cannot compute.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexStringToHashBucketFast", Restrictions = "refused: ONNX has no hash functions")]
[OpHandler(TfLiteOps.CustomDomain, "FlexStringToHashBucketStrong", Restrictions = "refused: ONNX has no hash functions")]
[OpHandler(TfLiteOps.CustomDomain, "FlexStringToHashBucket", Restrictions = "refused: ONNX has no hash functions")]
internal sealed class FlexStringToHashBucketHandler : IOpHandler
{
    public void Convert(OpContext op) => throw op.NotSupported(
        "hashes the bytes of strings (FarmHash, SipHash), which no ONNX operator can; hash before the model runs, or write it as a node of another domain with PassThrough (--pass-through)");
}
