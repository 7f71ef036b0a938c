using OnnxConvert.Converting;
using OnnxConvert.Emission;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>RELU_0_TO_1 → Clip to 0 and 1.</summary>
/// <remarks>Clip: 6 (attributes) → 11 (inputs) → 12 (integers) → 13 (bfloat16).</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Relu0To1)]
internal sealed class Relu0To1Handler() : ClampHandler(new RealRange(0, 1));
