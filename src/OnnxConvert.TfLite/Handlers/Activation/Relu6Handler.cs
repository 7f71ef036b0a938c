using OnnxConvert.Converting;
using OnnxConvert.Emission;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>RELU6 → Clip to 0 and 6.</summary>
/// <remarks>Clip: 6 (attributes) → 11 (inputs) → 12 (integers) → 13 (bfloat16).</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Relu6)]
[OpHandler(TfLiteOps.CustomDomain, "FlexRelu6")]
internal sealed class Relu6Handler() : ClampHandler(RealRange.Relu6);
