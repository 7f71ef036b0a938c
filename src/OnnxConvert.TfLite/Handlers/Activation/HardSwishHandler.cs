using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>HARD_SWISH → HardSwish: x times x + 3, limited to 0 and 6, over 6.</summary>
/// <remarks>HardSwish: 14 → 22 (bfloat16).</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.HardSwish)]
internal sealed class HardSwishHandler : IOpHandler
{
    public void Convert(OpContext op) => op.Result(0, op.Emit.HardSwish(op.Real(0)));
}
