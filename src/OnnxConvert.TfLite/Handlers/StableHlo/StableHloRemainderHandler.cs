using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>STABLEHLO_REMAINDER → Mod of real numbers; Div, Mul and Sub of integers: the remainder with the sign of the dividend.</summary>
/// <remarks>Mod: 10 → 13 (bfloat16). With fmod it has the dividend's sign, but runtimes compute that in floating point.</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.StableHloRemainder, MinOpset = 10)]
internal sealed class StableHloRemainderHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Value a = op.Real(0);
        Value b = op.Real(1);
        op.Result(0, a.ElementType.IsFloat()
            ? op.Emit.Binary("Mod", a, b, new NodeAttribute("fmod", 1L))
            : op.Emit.Sub(a, op.Emit.Mul(op.Emit.Div(a, b), b)));
    }
}
