using OnnxConvert.Converting;
using OnnxConvert.Ir;
using OnnxConvert.TfLite;

namespace Acme.Models;

#region raw
/// <summary>EveryOther → Slice: moves elements and computes nothing, so the stored integers are good as they are.</summary>
[OpHandler(TfLiteOps.CustomDomain, "EveryOther")]
internal sealed class EveryOtherHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        long last = op.Rank(0) - 1;
        Value y = op.Emit.Slice(op.Raw(0), starts: [0], ends: [long.MaxValue], axes: [last], steps: [2]);
        op.RawResult(0, y);
    }
}
#endregion
