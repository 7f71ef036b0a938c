using OnnxConvert.Extensibility;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>CAST → Cast: each element in another type, by the types of the tensors; the options repeat them or are missing.</summary>
/// <remarks>
/// The bare integers of a quantized tensor are cast. Real numbers outside of an integer type's range become its lowest or
/// highest number, NaN the highest; ONNX leaves that open. Integers wrap in both.
/// </remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Cast, Restrictions = "no strings and no complex numbers")]
[OpHandler(TfLiteOps.CustomDomain, "FlexCast", Restrictions = "no strings and no complex numbers")]
internal sealed class CastHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        ElementType from = op.InputType(0);
        ElementType to = op.OutputType(0);
        if (Unsupported(from) || Unsupported(to))
            throw op.NotSupported($"a cast from {from.DisplayName()} to {to.DisplayName()} has no ONNX form; casts between real numbers, integers and bool have");
        if (op.Opset < 13 && (from == ElementType.BFloat16 || to == ElementType.BFloat16))
            throw op.NotSupported("bfloat16 needs opset 13 or higher");
        Value x = op.Declared(0);
        op.DeclaredResult(0, from.IsFloat() && to.IsInteger() ? Saturate(op.Emit, x, to) : op.Emit.Cast(x, to));
    }

    private static bool Unsupported(ElementType type) =>
        type is ElementType.String or ElementType.Complex64 or ElementType.Complex128;

    /// <summary>Truncates toward zero. The first number behind the range is a power of two, and so exact in every floating-point type, which the largest number within is not.</summary>
    private static Value Saturate(Emitter emit, Value x, ElementType type)
    {
        if (x.ElementType is not ElementType.Double)
            x = emit.Cast(x, ElementType.Float);
        (long min, long max) = type.IntegerRange();
        double behind = type == ElementType.UInt64 ? Math.ScaleB(1, 64) : (double)max + 1;
        ElementType wide = type.BitSize() < 32 ? ElementType.Int32 : type;
        Value fits = emit.Compare("Less", x, emit.Const(behind, x.ElementType));
        Value truncated = emit.Cast(emit.Max(x, emit.Const(min, x.ElementType)), wide);
        Value saturated = emit.Where(fits, truncated, emit.Const(type == ElementType.UInt64 ? behind : max, wide));
        return emit.Cast(saturated, type);
    }
}
