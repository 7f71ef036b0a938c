using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>COMPLEX_ABS → ReduceL2 over each pair.</summary>
/// <remarks>ReduceL2: 1 → 11 → 13 → 18 (axes as input).</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.ComplexAbs)]
[OpHandler(TfLiteOps.CustomDomain, "FlexComplexAbs")]
internal sealed class ComplexAbsHandler : IOpHandler
{
    public void Convert(OpContext op) => op.Result(0, op.Emit.Reduce("ReduceL2", op.Complex(0), [op.Rank(0)], keepDims: false));
}
