using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>MUL → Mul: the product. Complex numbers are multiplied by their parts.</summary>
/// <remarks>
/// The kernels of bytes round twice (see <see cref="FixedPoint"/>). That is written out where nothing rounds the result again, and
/// else left, since runtimes have a kernel for the product of bytes.
/// Mul: 7 (broadcasting) → 13 (bfloat16) → 14 (8-bit and 16-bit integers).
/// </remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Mul)]
[OpHandler(TfLiteOps.CustomDomain, "FlexMul")]
internal sealed class MulHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        if (op.InputType(0).IsComplex())
            op.ComplexResult(0, ComplexProduct(op));
        else if (FixedPoint.IsOnlyDequantized(op.Output(0)) && op.Activation().IsAll && FixedPoint.Product(op, op.Emit.Mul) is { } stored)
            op.RawResult(0, stored);
        else
            op.Result(0, op.Emit.Mul(op.Real(0), op.Real(1)), op.Activation());
    }

    /// <summary><c>(a + bi)(c + di) = (ac - bd) + (ad + bc)i</c>.</summary>
    private static Value ComplexProduct(OpContext op)
    {
        Emitter emit = op.Emit;
        (Value a, Value b) = (emit.RealPart(op.Complex(0), op.Rank(0)), emit.ImaginaryPart(op.Complex(0), op.Rank(0)));
        (Value c, Value d) = (emit.RealPart(op.Complex(1), op.Rank(1)), emit.ImaginaryPart(op.Complex(1), op.Rank(1)));
        return emit.Pairs(
            emit.Sub(emit.Mul(a, c), emit.Mul(b, d)),
            emit.Add(emit.Mul(a, d), emit.Mul(b, c)),
            Math.Max(op.Rank(0), op.Rank(1)));
    }
}
