using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>ATAN2 → Atan of the quotient, moved into the quadrant: the angle of the point (x, y), the first input being y.</summary>
/// <remarks>ONNX has no operator of two arguments. Signed zeros and infinities give what C's atan2 gives.</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Atan2)]
[OpHandler(TfLiteOps.CustomDomain, "FlexAtan2")]
internal sealed class Atan2Handler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        // ONNX Runtime has Atan for 32 bits only.
        Value y = emit.Cast(op.Real(0), ElementType.Float);
        Value x = emit.Cast(op.Real(1), ElementType.Float);
        Value angle = emit.Unary("Atan", Slope(emit, y, x));
        Value pi = emit.Const(Math.PI, x.ElementType);
        Value turn = emit.Where(IsNegative(emit, y), emit.Unary("Neg", pi), pi);
        op.Result(0, emit.Cast(emit.Where(IsNegative(emit, x), emit.Add(angle, turn), angle), op.OutputType(0)));
    }

    /// <summary>y / x, with the signed zero or the signed one that belongs where both are 0 or both infinite, and the quotient would be NaN.</summary>
    private static Value Slope(Emitter emit, Value y, Value x)
    {
        Value zero = emit.Const(0, x.ElementType);
        Value infinity = emit.Const(double.PositiveInfinity, x.ElementType);
        Value bothZero = emit.Node("And", [emit.Compare("Equal", y, zero), emit.Compare("Equal", x, zero)]);
        Value bothInfinite = emit.Node("And", [emit.Compare("Equal", emit.Unary("Abs", y), infinity), emit.Compare("Equal", emit.Unary("Abs", x), infinity)]);
        Value diagonal = emit.Mul(emit.Unary("Sign", y), emit.Unary("Sign", x));
        return emit.Where(bothZero, y, emit.Where(bothInfinite, diagonal, emit.Div(y, x)));
    }

    /// <summary>Whether the sign bit is set; only the reciprocal tells the zeros apart.</summary>
    private static Value IsNegative(Emitter emit, Value value)
    {
        Value zero = emit.Const(0, value.ElementType);
        Value signed = emit.Where(emit.Compare("Equal", value, zero), emit.Unary("Reciprocal", value), value);
        return emit.Compare("Less", signed, zero);
    }
}
