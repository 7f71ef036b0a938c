using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>COMPLEX_ABS → ReduceL2 over each pair.</summary>
/// <remarks>The squares of float parts are summed up in double, where they cannot overflow; double parts are measured by the larger one. ReduceL2: 1 → 11 → 13 → 18 (axes as input).</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.ComplexAbs)]
[OpHandler(TfLiteOps.CustomDomain, "FlexComplexAbs")]
internal sealed class ComplexAbsHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Value pairs = op.Complex(0);
        Value length = pairs.ElementType == ElementType.Double
            ? Measured(op.Emit, pairs, op.Rank(0))
            : op.Emit.Cast(op.Emit.Reduce("ReduceL2", op.Emit.Cast(pairs, ElementType.Double), [op.Rank(0)], keepDims: false), pairs.ElementType);
        op.Result(0, length);
    }

    /// <summary>The larger part, times the length of the pair in units of it. Where that is 0, infinite or NaN, the unit is 1.</summary>
    private static Value Measured(Emitter emit, Value pairs, int rank)
    {
        Value larger = emit.Reduce("ReduceMax", emit.Unary("Abs", pairs), [rank], keepDims: true);
        Value zero = emit.Const(0.0);
        Value isUnit = emit.Node("And", [emit.Compare("Greater", larger, zero), emit.Compare("Less", larger, emit.Const(double.PositiveInfinity))]);
        Value unit = emit.Where(isUnit, larger, emit.Const(1.0));
        return emit.Mul(emit.Squeeze(unit, rank), emit.Reduce("ReduceL2", emit.Div(pairs, unit), [rank], keepDims: false));
    }
}
