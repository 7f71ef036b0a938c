using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>STABLEHLO_COMPARE → Equal, Less, Greater …, by the option <c>comparison_direction</c>.</summary>
/// <remarks>
/// The total order of real numbers puts -0 before +0 and NaN behind everything, and NaN equals itself. The sign of a NaN,
/// which counts as well, cannot be seen in ONNX before opset 26: all are taken for positive ones.
/// </remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.StableHloCompare, Restrictions = "no complex numbers; negative NaN count as positive ones in the total order")]
internal sealed class StableHloCompareHandler : IOpHandler
{
    private const long TotalOrder = 2;

    public void Convert(OpContext op)
    {
        if (op.InputType(0) is ElementType.Complex64 or ElementType.Complex128)
            throw op.NotSupported("complex numbers have no comparison in ONNX; compare the real and imaginary parts", op.Input(0));
        Value a = op.Stored(0, 0, 1);
        Value b = op.Stored(1, 0, 1);
        bool isTotal = op.Int("compare_type") == TotalOrder && a.ElementType.IsFloat();
        op.RawResult(0, op.Int("comparison_direction") switch
        {
            0 => isTotal ? TotalEqual(op.Emit, a, b) : op.Emit.Compare("Equal", a, b),
            1 => op.Emit.Not(isTotal ? TotalEqual(op.Emit, a, b) : op.Emit.Compare("Equal", a, b)),
            2 => isTotal ? op.Emit.Not(TotalLess(op.Emit, a, b)) : op.Emit.Compare("GreaterOrEqual", a, b),
            3 => isTotal ? TotalLess(op.Emit, b, a) : op.Emit.Compare("Greater", a, b),
            4 => isTotal ? op.Emit.Not(TotalLess(op.Emit, b, a)) : op.Emit.Compare("LessOrEqual", a, b),
            5 => isTotal ? TotalLess(op.Emit, a, b) : op.Emit.Compare("Less", a, b),
            var other => throw op.NotSupported($"comparison_direction {other} is not known"),
        });
    }

    private static Value TotalEqual(Emitter emit, Value a, Value b) =>
        emit.Not(emit.Node("Or", [TotalLess(emit, a, b), TotalLess(emit, b, a)]));

    /// <summary>a is less, or b is NaN and a is not, or both are zeros of which only a is negative.</summary>
    private static Value TotalLess(Emitter emit, Value a, Value b)
    {
        Value isLess = emit.Compare("Less", a, b);
        Value isBeforeNaN = emit.Node("And", [emit.Not(IsNaN(emit, a)), IsNaN(emit, b)]);
        // One over a zero has its sign; elsewhere, equal numbers have equal reciprocals.
        Value areSignedZeros = emit.Node("And", [emit.Compare("Equal", a, b), emit.Compare("Less", emit.Unary("Reciprocal", a), emit.Unary("Reciprocal", b))]);
        return emit.Node("Or", [emit.Node("Or", [isLess, isBeforeNaN]), areSignedZeros]);
    }

    /// <summary>Whether a number differs from itself.</summary>
    private static Value IsNaN(Emitter emit, Value x) => emit.Not(emit.Compare("Equal", x, x));
}
