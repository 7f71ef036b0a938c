using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>FLOOR_MOD → Mod: the remainder with the sign of the divisor.</summary>
/// <remarks>Mod: 10 → 13 (bfloat16). Of integers it has the divisor's sign; of real numbers only fmod is defined, which has the dividend's.</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.FloorMod, Restrictions = "real numbers need opset 10")]
[OpHandler(TfLiteOps.CustomDomain, "FlexFloorMod", Restrictions = "real numbers need opset 10")]
internal sealed class FloorModHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Value a = op.Declared(0);
        Value b = op.Declared(1);
        if (!op.OutputType(0).IsFloat())
        {
            op.DeclaredResult(0, op.Opset >= 10 ? op.Emit.Binary("Mod", a, b) : Remainder(op, a, b));
            return;
        }

        if (op.Opset < 10)
            throw op.NotSupported("the remainder of real numbers needs opset 10 or higher");

        Value remainder = op.Emit.Binary("Mod", a, b, new NodeAttribute("fmod", 1L));
        Value overshoots = FloorDivision.Overshoots(op.Emit, remainder, b);
        op.DeclaredResult(0, op.Emit.Where(overshoots, op.Emit.Add(remainder, b), remainder));
    }

    private static Value Remainder(OpContext op, Value a, Value b)
    {
        ElementType computed = FloorDivision.Computed(op.OutputType(0));
        a = op.Emit.Cast(a, computed);
        b = op.Emit.Cast(b, computed);
        Value remainder = op.Emit.Sub(a, op.Emit.Mul(op.Emit.Div(a, b), b));
        Value overshoots = FloorDivision.Overshoots(op.Emit, remainder, b);
        return op.Emit.Cast(op.Emit.Where(overshoots, op.Emit.Add(remainder, b), remainder), op.OutputType(0));
    }
}
