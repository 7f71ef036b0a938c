using OnnxConvert.Extensibility;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's Sin → Sin; of a complex number a + bi it is sin a · cosh b + i · cos a · sinh b.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexSin")]
internal sealed class FlexSinHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        if (op.InputType(0).IsComplex())
            op.ComplexResult(0, OfComplex(op));
        else
            op.Result(0, op.Emit.Unary("Sin", op.Real(0)));
    }

    private static Value OfComplex(OpContext op)
    {
        Emitter emit = op.Emit;
        int rank = op.Rank(0);
        Value a = emit.RealPart(op.Complex(0), rank);
        Value b = emit.ImaginaryPart(op.Complex(0), rank);
        Value real = emit.Mul(emit.Unary("Sin", a), emit.Unary("Cosh", b));
        Value imaginary = emit.Mul(emit.Unary("Cos", a), emit.Unary("Sinh", b));
        return emit.Pairs(real, imaginary, rank);
    }
}
