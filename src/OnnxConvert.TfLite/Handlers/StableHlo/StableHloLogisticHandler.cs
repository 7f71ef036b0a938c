
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>STABLEHLO_LOGISTIC → Sigmoid: 1 / (1 + e^-x).</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.StableHloLogistic)]
internal sealed class StableHloLogisticHandler() : UnaryHandler("Sigmoid");
