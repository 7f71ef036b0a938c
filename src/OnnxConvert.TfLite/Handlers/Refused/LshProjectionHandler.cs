
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>LSH_PROJECTION: bits of a locality-sensitive hash.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.LshProjection, Restrictions = "refused: it hashes bytes with FarmHash, for which ONNX has no operator")]
internal sealed class LshProjectionHandler() : RefusedHandler("it hashes bytes with FarmHash, for which ONNX has no operator");
