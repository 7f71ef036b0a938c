using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>A circular function f; of a complex number a + bi it is f(a) · cosh b + i · f'(a) · sinh b.</summary>
/// <param name="function">The ONNX operator.</param>
/// <param name="derivative">The ONNX operator of its derivative, but for the sign.</param>
/// <param name="isNegative">Whether that has another sign.</param>
internal abstract class FlexCircularHandler(string function, string derivative, bool isNegative) : IOpHandler
{
    public void Convert(OpContext op)
    {
        if (op.InputType(0).IsComplex())
            op.ComplexResult(0, OfComplex(op));
        else
            op.Result(0, op.Emit.Unary(function, op.Real(0)));
    }

    private Value OfComplex(OpContext op)
    {
        Emitter emit = op.Emit;
        int rank = op.Rank(0);
        Value a = emit.RealPart(op.Complex(0), rank);
        Value b = emit.ImaginaryPart(op.Complex(0), rank);
        Value real = emit.Mul(emit.Unary(function, a), emit.Unary("Cosh", b));
        Value imaginary = emit.Mul(emit.Unary(derivative, a), emit.Unary("Sinh", b));
        return emit.Pairs(real, isNegative ? emit.Unary("Neg", imaginary) : imaginary, rank);
    }
}
