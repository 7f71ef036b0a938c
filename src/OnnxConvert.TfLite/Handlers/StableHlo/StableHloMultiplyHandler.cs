
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>STABLEHLO_MULTIPLY → Mul: the product; of bools And.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.StableHloMultiply)]
internal sealed class StableHloMultiplyHandler() : StableHloArithmeticHandler("Mul", "And");
