using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>STABLEHLO_CONCATENATE → Concat along a dimension.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.StableHloConcatenate)]
internal sealed class StableHloConcatenateHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        int[] all = [.. Enumerable.Range(0, op.InputCount)];
        Value[] parts = [.. all.Select(i => op.Stored(i, all))];
        op.StoredResult(0, op.Emit.Concat(parts, op.Axis(op.Int("dimension"), op.Rank(0))), all);
    }
}
