using OnnxConvert.Converting;
using OnnxConvert.Emission;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>RELU → Relu: not less than 0.</summary>
/// <remarks>Relu: 6 → 13 (bfloat16) → 14 (integers).</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Relu)]
[OpHandler(TfLiteOps.CustomDomain, "FlexRelu")]
internal sealed class ReluHandler() : ClampHandler(RealRange.Relu);
