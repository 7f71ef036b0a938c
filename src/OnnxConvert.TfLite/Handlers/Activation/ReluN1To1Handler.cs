using OnnxConvert.Converting;
using OnnxConvert.Emission;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>RELU_N1_TO_1 → Clip to -1 and 1.</summary>
/// <remarks>Clip: 6 (attributes) → 11 (inputs) → 12 (integers) → 13 (bfloat16).</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.ReluN1To1)]
internal sealed class ReluN1To1Handler() : ClampHandler(new RealRange(-1, 1));
