using OnnxConvert.Converting;
using OnnxConvert.Ir;
using OnnxConvert.TfLite;

namespace Acme.Models;

#region replacement
/// <summary>HARD_SWISH → HardSigmoid, Mul, for a runtime that has no HardSwish.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.HardSwish)]
internal sealed class HardSwishByHardSigmoidHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Value x = op.Real(0);
        Value gate = op.Emit.Node("HardSigmoid", [x], new NodeAttribute("alpha", 1 / 6f), new NodeAttribute("beta", 0.5f));
        op.Result(0, op.Emit.Mul(x, gate));
    }
}
#endregion
