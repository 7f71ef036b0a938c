using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>CAST → Cast: each element in another type, by the types of the tensors; the options repeat them or are missing.</summary>
/// <remarks>
/// The bare integers of a quantized tensor are cast. Real numbers outside of an integer type's range become its lowest or
/// highest number, NaN the highest; ONNX leaves that open. Integers wrap in both. A complex number loses its imaginary part.
/// </remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Cast, Restrictions = "no strings")]
[OpHandler(TfLiteOps.CustomDomain, "FlexCast", Restrictions = "no strings")]
internal sealed class CastHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        ElementType from = op.InputType(0);
        ElementType to = op.OutputType(0);
        if (from == ElementType.String || to == ElementType.String)
            throw op.NotSupported($"a cast from {from.DisplayName()} to {to.DisplayName()} has no ONNX form; casts between numbers and bool have");
        if (op.Opset < 13 && (from == ElementType.BFloat16 || to == ElementType.BFloat16))
            throw op.NotSupported("bfloat16 needs opset 13 or higher");
        if (from.IsComplex() && to.IsComplex())
        {
            op.ComplexResult(0, op.Emit.Cast(op.Complex(0), PartType(to)));
            return;
        }

        Value x = from.IsComplex() ? op.Emit.RealPart(op.Complex(0), op.Rank(0)) : op.Declared(0);
        if (to.IsComplex())
            op.ComplexResult(0, WithoutImaginaryPart(op, op.Emit.Cast(x, PartType(to))));
        else
            op.DeclaredResult(0, x.ElementType.IsFloat() && to.IsInteger() ? Saturate(op.Emit, x, to) : op.Emit.Cast(x, to));
    }

    private static ElementType PartType(ElementType type) => type == ElementType.Complex128 ? ElementType.Double : ElementType.Float;

    private static Value WithoutImaginaryPart(OpContext op, Value real) =>
        op.Emit.Pairs(real, op.Emit.Zeros(op.Emit.Shape(real), real.ElementType), op.Rank(0));

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
