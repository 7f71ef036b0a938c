using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>STABLEHLO_TRANSPOSE → Transpose.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.StableHloTranspose)]
internal sealed class StableHloTransposeHandler : IOpHandler
{
    public void Convert(OpContext op) =>
        op.RawResult(0, op.Emit.Transpose(op.Raw(0), [.. op.Ints("permutation").Select(axis => (int)axis)]));
}
