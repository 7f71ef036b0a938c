using OnnxConvert.Extensibility;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>FLOOR_MOD → Mod: the remainder with the sign of the divisor.</summary>
/// <remarks>Mod: 10 → 13 (bfloat16). Of integers it has the divisor's sign; of real numbers only fmod is defined, which has the dividend's.</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.FloorMod, MinOpset = 10)]
[OpHandler(TfLiteOps.CustomDomain, "FlexFloorMod", MinOpset = 10)]
internal sealed class FloorModHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Value a = op.Declared(0);
        Value b = op.Declared(1);
        if (!op.OutputType(0).IsFloat())
        {
            op.DeclaredResult(0, op.Emit.Binary("Mod", a, b));
            return;
        }

        Value remainder = op.Emit.Binary("Mod", a, b, new NodeAttribute("fmod", 1L));
        Value overshoots = FloorDivision.Overshoots(op.Emit, remainder, b);
        op.DeclaredResult(0, op.Emit.Where(overshoots, op.Emit.Add(remainder, b), remainder));
    }
}
