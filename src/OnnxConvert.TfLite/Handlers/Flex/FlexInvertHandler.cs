using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's Invert → BitwiseNot: every bit turned around.</summary>
/// <remarks>BitwiseNot: 18; before, the number is taken from the one that has all bits.</remarks>
[OpHandler(TfLiteOps.CustomDomain, "FlexInvert")]
internal sealed class FlexInvertHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Value x = op.Declared(0);
        op.DeclaredResult(0, op.Opset >= 18 ? op.Emit.Node("BitwiseNot", [x]) : op.Emit.Sub(AllOnes(op), x));
    }

    private static Value AllOnes(OpContext op)
    {
        ElementType type = op.InputType(0);
        return op.Emit.Const(type.IsSignedInteger() ? -1 : type.IntegerRange().Max, type);
    }
}
