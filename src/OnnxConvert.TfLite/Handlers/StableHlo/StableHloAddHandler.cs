
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>STABLEHLO_ADD → Add: the sum; of bools Or.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.StableHloAdd)]
internal sealed class StableHloAddHandler() : StableHloArithmeticHandler("Add", "Or");
